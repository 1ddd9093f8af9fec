"""Invented letters for the gallery, and the mentions that are highlighted in them."""

LETTERS = {
    "alta-0412": """INFORME DE ALTA – CARDIOLOGÍA

Motivo de ingreso: disnea de esfuerzo y edemas de una semana de evolución.

Antecedentes: varón de 71 años con hipertensión arterial, diabetes mellitus tipo 2 y fibrilación auricular permanente. \
Infarto agudo de miocardio inferior en 2016, tratado con angioplastia. Sin alergias conocidas.

Tratamiento habitual: bisoprolol 2,5 mg/24 h, ramipril 5 mg/24 h, apixabán 5 mg/12 h, metformina 850 mg/12 h.

Evolución: ingresa por insuficiencia cardíaca descompensada. Se inicia furosemida intravenosa con buena respuesta y \
se añade espironolactona 25 mg. El ecocardiograma muestra una fracción de eyección del 35 % y una estenosis aórtica \
moderada. Durante el ingreso presenta un episodio de fibrilación auricular rápida que cede con amiodarona. 🙂

Se sustituye ramipril por sacubitrilo/valsartán. Al alta, asintomático, sin edemas, peso 78 kg.

Diagnóstico principal: insuficiencia cardíaca con fracción de eyección reducida.
Tratamiento al alta: bisoprolol 5 mg, sacubitrilo/valsartán 24/26 mg, apixabán, furosemida 40 mg, espironolactona.
""",
    "alta-0413": """INFORME DE ALTA

Mujer de 64 años con hipertensión arterial que ingresa por una pericarditis aguda. Tratamiento con ibuprofeno y \
colchicina; buena evolución.
""",
    "letter-0414": """DISCHARGE LETTER

A 58-year-old woman was admitted with palpitations. She takes metoprolol 50 mg twice daily and warfarin. \
Amiodarone was started, and warfarin was continued. She left on the third day, free of symptoms.
""",
    "letter-0416": """CLINIC LETTER

Follow-up after pacemaker implantation. Continue aspirin 100 mg and atorvastatin 40 mg.
""",
    "lettera-0415": """LETTERA DI DIMISSIONE

Paziente di 80 anni ricoverato per scompenso cardiaco. In terapia con furosemide 25 mg, carvedilolo 6,25 mg e \
warfarin. Durante la degenza si sospende il carvedilolo per bradicardia e si inizia digossina.

Alla dimissione: furosemide 50 mg, digossina 0,125 mg, warfarin secondo INR.
""",
    "lettera-0418": "Visita di controllo: nessun disturbo, nessuna terapia in corso.\n",
}
MENTIONS: dict[str, dict[str, float | None]] = {
    "ENFERMEDAD": {
        "hipertensión arterial": 0.99,
        "diabetes mellitus tipo 2": 0.98,
        "fibrilación auricular permanente": 0.93,
        "fibrilación auricular rápida": 0.88,
        "Infarto agudo de miocardio inferior": 0.95,
        "insuficiencia cardíaca descompensada": 0.96,
        "insuficiencia cardíaca con fracción de eyección reducida": 0.91,
        "insuficiencia cardíaca": 0.64,
        "estenosis aórtica moderada": 0.97,
        "pericarditis aguda": 0.97,
    },
    "FARMACO": {
        "bisoprolol": 1.0,
        "ramipril": 0.99,
        "apixabán": 0.99,
        "metformina": 0.98,
        "furosemida": 1.0,
        "espironolactona": 0.99,
        "amiodarona": 0.99,
        "sacubitrilo/valsartán": 0.94,
        "ibuprofeno": 0.99,
        "colchicina": None,
        "metoprolol": 0.99,
        "warfarin": 0.98,
        "Amiodarone": 0.99,
        "furosemide": 0.99,
        "carvedilolo": 0.97,
        "digossina": 0.96,
    },
}
CODES = {
    "bisoprolol": ("C07AB07", "bisoprolol"),
    "furosemida": ("C03CA01", "furosemide"),
    "sacubitrilo/valsartán": ("C09DX04", "valsartan and sacubitril"),
}
