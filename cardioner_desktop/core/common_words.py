"""Words that lists hold as drugs and letters mean otherwise; folded, written by us for Spanish, English and Italian."""

COMMON_WORDS = frozenset(
    """
    alli ayuda avanza alta balance base blanco blue cambia caps cera charis choice claro color control cotton cream
    dilator directa distance easy ella equal equilibrio essential estimulo evita evolve factor flexura forma forte human
    imagen lead lean leche life lubricant lubricants luminal luna mate milk modus natural norma normal nova onion oral
    orange papaya paps plain plan plano prima primera protein quest radio rayos reno rica rubber salt sector sensor
    serena silk silver simple slit soma stimate storm success sugar sulla talco textiles today torch total tracer
    unica vera vino vita water white wine yeast yeasts cola moco
    atopica consensi diastasa diastasi diuretic diuretics diuretico diureticos analgesic analgesics
    """.split()
)
"""Words of the language."""

BODY_AND_WORLD = frozenset(
    """
    apex blood brain buccal cava cerebro cervello corazon heart kidney liver lung muscle nostril placenta prostata
    prostate retina retinal skin talamo thalamus thyroid tiroide
    acetilcolina acetylcholine angiotensin angiotensina interleucina interleuchina interleukin
    alanina alanino alanine aldosterona aldosterone amilasa amilasi amylase ammonia amonio
    antitrombina antithrombin bilirrubina bilirubina bilirubin catalasa catalase cholesterol colesterol colesterolo
    colageno collagen creatin creatina creatine creatinina creatinine emoglobina fenilalanina phenylalanine
    fibrinogeno fibrinogen glicina glycine hemoglobin hemoglobina homocysteine lactate lattato lipase lipasa lipasi
    mieloperoxidasa myeloperoxidase mieloperossidasi nitrogeno nitrogen procalcitonina procalcitonin prolactina
    prolactin prolattina renina renin retinol retinolo tirosina tyrosine tirotropina tireotropina thyrotropin
    tiroglobulina thyroglobulin troponina troponin urea immunoglobulin
    regadenoson sonovue
    agar argon arsenico arsenic bario barium cadmio cadmium celulosa cellulose cobalto cobalt cobre copper cromo carbono
    eosina eosin formol formalin gadolinio gadolinium gelatina gluten hematoxilina hematoxylin ematossilina latex
    lattice malt mercurio mercury parafina paraffin paraffina platino platinum ptfe silicona silicone teflon titanio
    titanium vicryl xilol
    cannabis cocaina cocaine marihuana marijuana etanol etanolo ethanol alcohol tabaco tabacco tobacco
    encefalitis influenza varicella varicela mantoux meticilin methicillin meticilina meticillina
    """.split()
)
"""Parts of the body and its substances, microbes' names, materials, stains and contrast media, habits."""

MEASURED = frozenset(
    """
    albumina|albumin|bicarbonato|bicarbonate|calcio|calcium|chloride|chlorine|cloro|cloruro|cortisol|cortisolo|estradiol
    |estradiolo|ferro|folate|folato|fosfato|fosforo|glucosa|glucose|glucosio|hierro|iodine|iron|magnesio|magnesium
    |oxigeno|oxygen|ossigeno|phosphate|phosphorus|potasio|potassio|potassium|progesterona|progesterone|selenio
    |selenium|sodio|sodium|somatostatin|somatostatina|testosterona|testosterone|zinc|zinco|yodo|iodio|cobalamina|cobalamin
    |acido folico|folic acid|acido lactico|acido lattico|lactic acid|vitamin b12|vitamina b12|vitamin d|vitamina d
    """.replace("\n    ", "").split("|")
)
"""Substances that are given, and far more often measured: as drugs they want to be spoken for."""
