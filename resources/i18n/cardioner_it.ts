<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About CardioNER Desktop</source>
        <translation>Informazioni su CardioNER Desktop</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programma</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licenze</translation>
    </message>
    <message>
        <source>Version {version}, Qt {qt}</source>
        <translation>Versione {version}, Qt {qt}</translation>
    </message>
    <message>
        <source>Finds diseases and drugs in Spanish, English and Italian clinical letters.</source>
        <translation>Trova malattie e farmaci in lettere cliniche in spagnolo, inglese e italiano.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Intended use.&lt;/b&gt; An aid for research and documentation. It is not a medical device: it misses mentions and marks wrong ones, so a person has to check what it finds, and it must not decide about the care of a patient.</source>
        <translation>&lt;b&gt;Uso previsto.&lt;/b&gt; Ausilio per la ricerca e la documentazione. Non è un dispositivo medico: tralascia menzioni e ne segna di errate, perciò una persona deve verificare ciò che trova, e non deve decidere della cura di alcun paziente.</translation>
    </message>
    <message>
        <source>&lt;b&gt;What it learned from.&lt;/b&gt; Published case reports. It was not validated on letters of a hospital, where it may find less.</source>
        <translation>&lt;b&gt;Da che cosa ha imparato.&lt;/b&gt; Casi clinici pubblicati. Non è stato validato su lettere ospedaliere, nelle quali può trovare di meno.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Privacy.&lt;/b&gt; Everything happens on this computer. The program makes no network connection.</source>
        <translation>&lt;b&gt;Riservatezza.&lt;/b&gt; Tutto avviene su questo computer. Il programma non si collega ad alcuna rete.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Licence.&lt;/b&gt; CardioNER Desktop is free software under the Apache License 2.0. Qt and Qt for Python are used under the LGPL 3. The next page names all parts and the models.</source>
        <translation>&lt;b&gt;Licenza.&lt;/b&gt; CardioNER Desktop è software libero con licenza Apache 2.0. Qt e Qt for Python sono usati con licenza LGPL 3. La pagina seguente elenca tutti i componenti e i modelli.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Apri file…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Apri &amp;cartella…</translation>
    </message>
    <message>
        <source>&amp;Tag and export a folder…</source>
        <translation>Anali&amp;zza ed esporta una cartella…</translation>
    </message>
    <message>
        <source>Open letters: text, Word, PDF and more</source>
        <translation>Apri lettere: testo, Word, PDF e altro</translation>
    </message>
    <message>
        <source>Open all letters of a folder</source>
        <translation>Apri tutte le lettere di una cartella</translation>
    </message>
    <message>
        <source>Tag all letters of a folder and write them into another one</source>
        <translation>Analizza tutte le lettere di una cartella e le scrive in un&apos;altra</translation>
    </message>
    <message>
        <source>&amp;Compare annotations…</source>
        <translation>&amp;Confronta annotazioni…</translation>
    </message>
    <message>
        <source>Set two brat folders side by side, see where they differ, and decide between them</source>
        <translation>Affianca due cartelle brat, mostra dove differiscono e permette di decidere tra loro</translation>
    </message>
    <message>
        <source>Precision and recall &amp;here…</source>
        <translation>Precisione e ric&amp;hiamo qui…</translation>
    </message>
    <message>
        <source>What the review of a drawn set says of the whole archive</source>
        <translation>Ciò che la revisione di un campione dice dell&apos;intero archivio</translation>
    </message>
    <message>
        <source>Try the e&amp;xample letters</source>
        <translation>&amp;Prova le lettere di esempio</translation>
    </message>
    <message>
        <source>Open invented letters in three languages</source>
        <translation>Apri lettere inventate in tre lingue</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Esporta…</translation>
    </message>
    <message>
        <source>Write tagged documents as brat files, tables, JSON, Excel or HTML pages</source>
        <translation>Scrivi i documenti annotati come file brat, tabelle, JSON, Excel o pagine HTML</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Esci</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Chiude la finestra</translation>
    </message>
    <message>
        <source>&amp;Next document</source>
        <translation>Documento &amp;successivo</translation>
    </message>
    <message>
        <source>Go to the next document</source>
        <translation>Vai al documento successivo</translation>
    </message>
    <message>
        <source>&amp;Previous document</source>
        <translation>Documento &amp;precedente</translation>
    </message>
    <message>
        <source>Go to the document before</source>
        <translation>Vai al documento precedente</translation>
    </message>
    <message>
        <source>Next m&amp;ention</source>
        <translation>&amp;Menzione successiva</translation>
    </message>
    <message>
        <source>Go to the next mention</source>
        <translation>Vai alla menzione successiva</translation>
    </message>
    <message>
        <source>Previous men&amp;tion</source>
        <translation>Men&amp;zione precedente</translation>
    </message>
    <message>
        <source>Go to the mention before</source>
        <translation>Vai alla menzione precedente</translation>
    </message>
    <message>
        <source>&amp;Language…</source>
        <translation>&amp;Lingua…</translation>
    </message>
    <message>
        <source>Choose the language of the document</source>
        <translation>Scegli la lingua del documento</translation>
    </message>
    <message>
        <source>Tag a&amp;gain</source>
        <translation>Analizza di &amp;nuovo</translation>
    </message>
    <message>
        <source>Tag the selected documents again</source>
        <translation>Analizza di nuovo i documenti selezionati</translation>
    </message>
    <message>
        <source>Tag &amp;failed documents again</source>
        <translation>Analizza di nuovo i &amp;falliti</translation>
    </message>
    <message>
        <source>Tag again whatever failed or was stopped</source>
        <translation>Analizza di nuovo ciò che è fallito o è stato interrotto</translation>
    </message>
    <message>
        <source>&amp;Search documents</source>
        <translation>Ce&amp;rca documenti</translation>
    </message>
    <message>
        <source>Search in the list of documents</source>
        <translation>Cerca nell&apos;elenco dei documenti</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Trova…</translation>
    </message>
    <message>
        <source>Find words in the letter</source>
        <translation>Trova parole nella lettera</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Trova &amp;successivo</translation>
    </message>
    <message>
        <source>Go to the next place that was found</source>
        <translation>Vai al successivo punto trovato</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Trova &amp;precedente</translation>
    </message>
    <message>
        <source>Go to the place before that was found</source>
        <translation>Vai al precedente punto trovato</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>In&amp;terrompi</translation>
    </message>
    <message>
        <source>Stop tagging; what is done stays</source>
        <translation>Interrompe l&apos;analisi; ciò che è fatto resta</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Rimuovi dall&apos;elenco</translation>
    </message>
    <message>
        <source>Take the selected documents out of the list; files stay</source>
        <translation>Toglie dall&apos;elenco i documenti selezionati; i file restano</translation>
    </message>
    <message>
        <source>Show or hide the highlights of one label, whose key has the same number</source>
        <translation>Mostrare o nascondere le evidenziazioni di un&apos;etichetta, il cui tasto ha lo stesso numero</translation>
    </message>
    <message>
        <source>Show &amp;rejected mentions</source>
        <translation>Mostra le menzioni &amp;rifiutate</translation>
    </message>
    <message>
        <source>Show rejected mentions struck through, or leave them out of the text</source>
        <translation>Mostra barrate le menzioni rifiutate o toglile dal testo</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Ingrandisci</translation>
    </message>
    <message>
        <source>Make the text larger</source>
        <translation>Ingrandisce il testo</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Riduci</translation>
    </message>
    <message>
        <source>Make the text smaller</source>
        <translation>Rimpicciolisce il testo</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Dimensione &amp;normale</translation>
    </message>
    <message>
        <source>Give the text its normal size</source>
        <translation>Riporta il testo alla dimensione normale</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>Area &amp;successiva</translation>
    </message>
    <message>
        <source>Go to the next area of the window</source>
        <translation>Vai all&apos;area successiva della finestra</translation>
    </message>
    <message>
        <source>Previous a&amp;rea</source>
        <translation>Ar&amp;ea precedente</translation>
    </message>
    <message>
        <source>Go to the area before</source>
        <translation>Vai all&apos;area precedente</translation>
    </message>
    <message>
        <source>&amp;Dismiss the message</source>
        <translation>&amp;Chiudi il messaggio</translation>
    </message>
    <message>
        <source>Dismiss the message at the top</source>
        <translation>Chiude il messaggio in alto</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Impostazioni…</translation>
    </message>
    <message>
        <source>Choose how the program looks and works</source>
        <translation>Scegli l&apos;aspetto e il funzionamento del programma</translation>
    </message>
    <message>
        <source>&amp;Models and word lists…</source>
        <translation>&amp;Modelli ed elenchi di termini…</translation>
    </message>
    <message>
        <source>Show, check, add and remove models and lists of names</source>
        <translation>Mostra, verifica, aggiunge e rimuove modelli ed elenchi di nomi</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Giro della finestra</translation>
    </message>
    <message>
        <source>Show where everything is, in three steps</source>
        <translation>Mostra dove si trova tutto, in tre passi</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Scorciatoie da tastiera</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Mostra tutte le scorciatoie da tastiera</translation>
    </message>
    <message>
        <source>&amp;About CardioNER</source>
        <translation>&amp;Informazioni su CardioNER</translation>
    </message>
    <message>
        <source>What this program is, and is not</source>
        <translation>Che cosa è questo programma e che cosa non è</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Documento</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visualizza</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aiuto</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisione</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Strumenti</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>How agreement is counted</source>
        <translation>Come si conta la concordanza</translation>
    </message>
    <message>
        <source>Letters without a mention on the left do not count, as in the scorer of MultiCardioNER.</source>
        <translation>Le lettere senza menzioni a sinistra non contano, come nel valutatore di MultiCardioNER.</translation>
    </message>
    <message>
        <source>Only letters marked on the left</source>
        <translation>Solo lettere marcate a sinistra</translation>
    </message>
    <message>
        <source>Every letter counts, also those without mentions.</source>
        <translation>Contano tutte le lettere, anche quelle senza menzioni.</translation>
    </message>
    <message>
        <source>All letters</source>
        <translation>Tutte le lettere</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <translation>Concordanza per etichetta</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordanza</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisione</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Richiamo</translation>
    </message>
    <message>
        <source>Mentions of %1</source>
        <translation>Menzioni di %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutto</translation>
    </message>
</context>
<context>
    <name>ArrangeButton</name>
    <message>
        <source>Sort and filter</source>
        <translation>Ordina e filtra</translation>
    </message>
    <message>
        <source>Sort and filter the documents</source>
        <translation>Ordina e filtra i documenti</translation>
    </message>
    <message>
        <source>&amp;Reverse order</source>
        <translation>Ordine &amp;inverso</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Mostra &amp;tutti</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Solo: %1</translation>
    </message>
    <message>
        <source>Search in what was &amp;found too</source>
        <translation>Cerca anche in ciò che è stato t&amp;rovato</translation>
    </message>
    <message>
        <source>Sort by order of &amp;opening</source>
        <translation>Ordina per ordine di &amp;apertura</translation>
    </message>
    <message>
        <source>Sort by &amp;name</source>
        <translation>Ordina per &amp;nome</translation>
    </message>
    <message>
        <source>Sort by &amp;state</source>
        <translation>Ordina per &amp;stato</translation>
    </message>
    <message>
        <source>Sort by number of &amp;mentions</source>
        <translation>Ordina per numero di &amp;menzioni</translation>
    </message>
    <message>
        <source>Sort by &amp;date of the file</source>
        <translation>Ordina per &amp;data del file</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conserva</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>An internal error ({kind}) stopped this; report these words.</source>
        <translation>Un errore interno ({kind}) ha interrotto l&apos;operazione; segnalare queste parole.</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Tag and export a folder</source>
        <translation>Analizza ed esporta una cartella</translation>
    </message>
    <message>
        <source>One folder at a time: drop the next one when this one is done.</source>
        <translation>Una cartella alla volta: rilasciare la prossima al termine di questa.</translation>
    </message>
    <message>
        <source>Progress of tagging</source>
        <translation>Avanzamento dell&apos;analisi</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>In&amp;terrompi</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to be written exist there already; the first is %1.</source>
        <translation>
            <numerusform>%n file da scrivere esiste già; il primo è %1.</numerusform>
            <numerusform>%n file da scrivere esistono già; il primo è %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace them and start</source>
        <translation>&amp;Sostituiscili e avvia</translation>
    </message>
    <message>
        <source>There is an export of letters in this folder already.</source>
        <translation>In questa cartella c&apos;è già un&apos;esportazione di lettere.</translation>
    </message>
    <message>
        <source>Write &amp;beside it</source>
        <translation>Scrivi &amp;accanto</translation>
    </message>
    <message numerus="yes">
        <source>A person has reviewed %n letter(s) of this folder.</source>
        <translation>
            <numerusform>Una persona ha rivisto %n lettera di questa cartella.</numerusform>
            <numerusform>Una persona ha rivisto %n lettere di questa cartella.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take a new folder</source>
        <translation>Usa una cartella &amp;nuova</translation>
    </message>
    <message>
        <source>Letters done there: {done}, failed: {failed}. Go on with what is left, new, changed or failed.</source>
        <translation>Lettere già fatte: {done}, non riuscite: {failed}. Si prosegue con ciò che resta, è nuovo, è cambiato o non è riuscito.</translation>
    </message>
    <message>
        <source>Letters done there: {done}, failed: {failed}, with other models, settings, thresholds or another format. All of them would be done again.</source>
        <translation>Lettere già fatte: {done}, non riuscite: {failed}, con altri modelli, impostazioni, soglie o un altro formato. Verrebbero rifatte tutte.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Prosegui</translation>
    </message>
    <message>
        <source>&amp;Do all again</source>
        <translation>&amp;Rifalle tutte</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Avvio…</translation>
    </message>
    <message>
        <source>Stopped; what was written stays.</source>
        <translation>Interrotto; ciò che è stato scritto resta.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) failed; the list says why.</source>
        <translation>
            <numerusform>%n documento non riuscito; l&apos;elenco dice perché.</numerusform>
            <numerusform>%n documenti non riusciti; l&apos;elenco dice perché.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is tagged and exported.</source>
        <translation>Tutto è analizzato ed esportato.</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Folder for the result</source>
        <translation>Cartella del risultato</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Scegli…</translation>
    </message>
    <message>
        <source>Choose the folder for the result</source>
        <translation>Scegli la cartella del risultato</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Avvia</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Letters from:</source>
        <translation>Lettere da:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Write into:</source>
        <translation>Scri&amp;vi in:</translation>
    </message>
</context>
<context>
    <name>BatchSummary</name>
    <message>
        <source>Letters that failed</source>
        <translation>Lettere non riuscite</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Apri la cartella</translation>
    </message>
    <message>
        <source>Summary &amp;page</source>
        <translation>&amp;Pagina di riepilogo</translation>
    </message>
    <message>
        <source>Figures and plots of all letters, in the browser</source>
        <translation>Cifre e grafici di tutte le lettere, nel browser</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Chiudi</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of %1 tagged and written to %2.</source>
        <translation>
            <numerusform>%n documento di %1 analizzato e scritto in %2.</numerusform>
            <numerusform>%n documenti di %1 analizzati e scritti in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoundsCommands</name>
    <message>
        <source>There is no other word there in this sentence; drag the edge instead.</source>
        <translation>Non c&apos;è un&apos;altra parola lì in questa frase; trascini invece il bordo.</translation>
    </message>
    <message>
        <source>The line goes no further there; drag the edge to go beyond it.</source>
        <translation>La riga non va oltre; trascini il bordo per superarla.</translation>
    </message>
    <message>
        <source>A mention keeps at least one character; reject or delete it instead.</source>
        <translation>Una menzione conserva almeno un carattere; la rifiuti o la elimini.</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare annotations</source>
        <translation>Confronta annotazioni</translation>
    </message>
    <message>
        <source>Two brat folders of the same letters: those of two people, or of one and the gold standard. The second is scored against the first.</source>
        <translation>Due cartelle brat delle stesse lettere: quelle di due persone, o di una e il gold standard. La seconda è valutata rispetto alla prima.</translation>
    </message>
    <message>
        <source>Take the &amp;open letters as the second</source>
        <translation>Usa come seconda le lettere &amp;aperte</translation>
    </message>
    <message>
        <source>&amp;First folder:</source>
        <translation>&amp;Prima cartella:</translation>
    </message>
    <message>
        <source>First folder</source>
        <translation>Prima cartella</translation>
    </message>
    <message>
        <source>&amp;Second folder:</source>
        <translation>&amp;Seconda cartella:</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>Seconda cartella</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Scegli: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Confronta</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
    <message>
        <source>Folder with brat annotations</source>
        <translation>Cartella con annotazioni brat</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>Text with the mentions of both sides</source>
        <translation>Testo con le menzioni di entrambi i lati</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>%1 and %2 compared</source>
        <translation>%1 e %2 confrontate</translation>
    </message>
    <message>
        <source>Folder for the result: a new one, or one of this work</source>
        <translation>Cartella del risultato: una nuova o una di questo lavoro</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) written to %1.</source>
        <translation>
            <numerusform>%n lettera scritta in %1.</numerusform>
            <numerusform>%n lettere scritte in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) with open differences left out.</source>
        <translation>
            <numerusform>%n lettera con differenze aperte tralasciata.</numerusform>
            <numerusform>%n lettere con differenze aperte tralasciate.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>only in %1</source>
        <translation>solo in %1</translation>
    </message>
    <message>
        <source>with two different texts</source>
        <translation>con due testi diversi</translation>
    </message>
    <message numerus="yes">
        <source>%n %1</source>
        <translation>
            <numerusform>%n %1</numerusform>
            <numerusform>%n %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters not compared: %1.</source>
        <translation>Lettere non confrontate: %1.</translation>
    </message>
</context>
<context>
    <name>ComputerPanel</name>
    <message>
        <source>Looking at this computer…</source>
        <translation>Esame di questo computer…</translation>
    </message>
    <message>
        <source>What is found does not depend on the number of threads.</source>
        <translation>Ciò che viene trovato non dipende dal numero di thread.</translation>
    </message>
    <message numerus="yes">
        <source>%n processor core(s) can be used: {processor}.</source>
        <translation>
            <numerusform>Si può usare %n core del processore: {processor}.</numerusform>
            <numerusform>Si possono usare %n core del processore: {processor}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory: {size}; one language needs less than 500 MB.</source>
        <translation>Memoria: {size}; una lingua richiede meno di 500 MB.</translation>
    </message>
    <message numerus="yes">
        <source>%n CUDA graphics card(s) can be used; large batches go there.</source>
        <translation>
            <numerusform>Si può usare %n scheda grafica CUDA; i lotti grandi vanno lì.</numerusform>
            <numerusform>Si possono usare %n schede grafiche CUDA; i lotti grandi vanno lì.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no CUDA graphics card; the processor does the work.</source>
        <translation>Non c&apos;è una scheda grafica CUDA; lavora il processore.</translation>
    </message>
    <message>
        <source>The processor has instructions made for such models ({names}): the fastest kind.</source>
        <translation>Il processore ha istruzioni fatte per questi modelli ({names}): il tipo più veloce.</translation>
    </message>
    <message>
        <source>The processor has wide instructions ({names}): fast.</source>
        <translation>Il processore ha istruzioni ampie ({names}): veloce.</translation>
    </message>
    <message>
        <source>The processor has none of the instructions that make models fast; letters take longer.</source>
        <translation>Il processore non ha nessuna delle istruzioni che velocizzano i modelli; le lettere richiedono più tempo.</translation>
    </message>
</context>
<context>
    <name>ComputingForm</name>
    <message>
        <source>Chosen by the model</source>
        <translation>Scelto dal modello</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motore</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatico</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processore</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Scheda grafica (CUDA)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Thread del processore</translation>
    </message>
    <message>
        <source>Fewer threads leave more of the computer to other programs</source>
        <translation>Con meno thread resta più computer per gli altri programmi</translation>
    </message>
    <message>
        <source>En&amp;gine</source>
        <translation>&amp;Motore</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>T&amp;hread</translation>
    </message>
    <message>
        <source>This computer has no CUDA graphics card</source>
        <translation>Questo computer non ha una scheda grafica CUDA</translation>
    </message>
</context>
<context>
    <name>Customising</name>
    <message>
        <source>Your documents</source>
        <translation>I documenti</translation>
    </message>
    <message>
        <source>Each one shows its language and how much was found. The one you open is tagged first.</source>
        <translation>Ognuno mostra la lingua e quanto è stato trovato. Quello aperto viene analizzato per primo.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Il testo</translation>
    </message>
    <message>
        <source>Diseases and drugs are marked; the model misses some and marks wrong ones. Click into the text: {next} goes to the next one to decide, {accept} accepts it, {reject} rejects it, {undo} takes that back. {all} shows all keys.</source>
        <translation>Malattie e farmaci sono segnati; il modello ne omette alcuni e ne segna di sbagliati. Fai clic nel testo: {next} va al prossimo da decidere, {accept} lo accetta, {reject} lo rifiuta, {undo} annulla. {all} mostra tutti i tasti.</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>L&apos;esportazione</translation>
    </message>
    <message>
        <source>When you have finished, write everything into a folder of your choice.</source>
        <translation>Alla fine, scrivere tutto in una cartella a scelta.</translation>
    </message>
    <message>
        <source>The change holds for what is tagged from now on; tag open documents again to see it there.</source>
        <translation>La modifica vale per ciò che viene analizzato da ora in poi; analizzare di nuovo i documenti aperti per vederla.</translation>
    </message>
</context>
<context>
    <name>DecisionRow</name>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Entrambe</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Nessuna</translation>
    </message>
    <message>
        <source>To decide between the two, choose a folder for the result.</source>
        <translation>Per decidere tra le due, scegliere una cartella per il risultato.</translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation>Scegli una &amp;cartella…</translation>
    </message>
    <message>
        <source>Take:</source>
        <translation>Prendi:</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Open again  (%1)</source>
        <translation>Di nuovo aperta  (%1)</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Di nuovo aperta</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Ritira la decisione</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decisa da</translation>
    </message>
    <message>
        <source>Decided by:</source>
        <translation>Decide:</translation>
    </message>
    <message>
        <source>Differences decided</source>
        <translation>Differenze decise</translation>
    </message>
    <message>
        <source>&amp;Write the result</source>
        <translation>&amp;Scrivi il risultato</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 di %2 decise</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Letter</source>
        <translation>Lettera</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenza</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Menzione</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decisa</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Decisa da %1</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Kind of difference</source>
        <translation>Tipo di differenza</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differenze</translation>
    </message>
    <message>
        <source>F8 goes to the next difference, Shift+F8 to the one before</source>
        <translation>F8 va alla differenza successiva, Maiusc+F8 alla precedente</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tutti i tipi</translation>
    </message>
    <message>
        <source>Differences  %1</source>
        <translation>Differenze  %1</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Only %1</source>
        <translation>Solo %1</translation>
    </message>
    <message>
        <source>Other bounds</source>
        <translation>Altri limiti</translation>
    </message>
    <message>
        <source>Other label</source>
        <translation>Altra etichetta</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Entrambe</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Nessuna</translation>
    </message>
</context>
<context>
    <name>DiskWatch</name>
    <message>
        <source>The file of this document is not there any more; what was opened stays here and can be exported.</source>
        <translation>Il file di questo documento non c&apos;è più; ciò che è stato aperto resta qui e si può esportare.</translation>
    </message>
    <message>
        <source>The file of this document has changed on disk; read it again, or keep the text as it was opened?</source>
        <translation>Il file di questo documento è cambiato sul disco; rileggerlo o conservare il testo come è stato aperto?</translation>
    </message>
    <message>
        <source>&amp;Read it again</source>
        <translation>&amp;Rileggi</translation>
    </message>
    <message>
        <source>&amp;Keep this text</source>
        <translation>&amp;Conserva questo testo</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Language of the document</source>
        <translation>Lingua del documento</translation>
    </message>
    <message>
        <source>Language of the document; another choice tags it again (Ctrl+L)</source>
        <translation>Lingua del documento; un&apos;altra scelta lo analizza di nuovo (Ctrl+L)</translation>
    </message>
    <message>
        <source>This document holds no text, so there is nothing to find in it.</source>
        <translation>Questo documento non contiene testo, quindi non c&apos;è nulla da trovare.</translation>
    </message>
    <message>
        <source>Nothing was found in this document.</source>
        <translation>In questo documento non è stato trovato nulla.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatico</translation>
    </message>
    <message>
        <source>Automatic: {language}</source>
        <translation>Automatico: {language}</translation>
    </message>
    <message>
        <source>Not looked for in this language ({language}): {labels}</source>
        <translation>In questa lingua ({language}) non si cercano: {labels}</translation>
    </message>
</context>
<context>
    <name>DocumentPanel</name>
    <message>
        <source>Search names, mentions</source>
        <translation>Nomi e menzioni</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>Cerca nomi</translation>
    </message>
    <message>
        <source>Searches the names and states of the documents.</source>
        <translation>Cerca nei nomi e negli stati dei documenti.</translation>
    </message>
    <message>
        <source>Searches names and states of the documents and the mentions found in them, not all the text.</source>
        <translation>Cerca nei nomi e negli stati dei documenti e nelle menzioni trovate, non in tutto il testo.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n document(s)</source>
        <translation>
            <numerusform>%1 di %n documento</numerusform>
            <numerusform>%1 di %n documenti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n documento</numerusform>
            <numerusform>%n documenti</numerusform>
        </translation>
    </message>
    <message>
        <source>No document matches the search.</source>
        <translation>Nessun documento corrisponde alla ricerca.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Lingua</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatico</translation>
    </message>
</context>
<context>
    <name>Dragging</name>
    <message>
        <source>Only documents that are tagged can be dragged out; wait until they are.</source>
        <translation>Si possono trascinare solo documenti già analizzati; attendere che lo siano.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>%1, in %n place(s)</source>
        <translation>
            <numerusform>%1, in %n punto</numerusform>
            <numerusform>%1, in %n punti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n sure mention(s)</source>
        <translation>
            <numerusform>accettare %n menzione sicura</numerusform>
            <numerusform>accettare %n menzioni sicure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n mention(s))</source>
        <translation>
            <numerusform>%1 (%n menzione)</numerusform>
            <numerusform>%1 (%n menzioni)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of “%1” accepted, and it counts as reviewed; %3 takes that back.</source>
        <translation>
            <numerusform>%n menzione di «%1» accettata, e il documento vale come rivisto; %3 annulla.</numerusform>
            <numerusform>%n menzioni di «%1» accettate, e il documento vale come rivisto; %3 annulla.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sure mention(s) of “%1” accepted; %3 takes that back.</source>
        <translation>
            <numerusform>%n menzione sicura di «%1» accettata; %3 annulla.</numerusform>
            <numerusform>%n menzioni sicure di «%1» accettate; %3 annulla.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sure mention(s) accepted (documents: %1); %3 takes that back.</source>
        <translation>
            <numerusform>%n menzione sicura accettata (documenti: %1); %3 annulla.</numerusform>
            <numerusform>%n menzioni sicure accettate (documenti: %1); %3 annulla.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: “%4”, at %n place(s) in “%1”; %3 takes that back.</source>
        <translation>
            <numerusform>%2: «%4», in %n punto di «%1»; %3 annulla.</numerusform>
            <numerusform>%2: «%4», in %n punti di «%1»; %3 annulla.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: “%4”, at %n place(s) (documents: %1); %3 takes that back.</source>
        <translation>
            <numerusform>%2: «%4», in %n punto (documenti: %1); %3 annulla.</numerusform>
            <numerusform>%2: «%4», in %n punti (documenti: %1); %3 annulla.</numerusform>
        </translation>
    </message>
    <message>
        <source>accept</source>
        <translation>accetta</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>rifiuta</translation>
    </message>
    <message>
        <source>take the decision back</source>
        <translation>ritira la decisione</translation>
    </message>
    <message>
        <source>label as %1</source>
        <translation>etichetta come %1</translation>
    </message>
    <message>
        <source>change the bounds</source>
        <translation>cambia i limiti</translation>
    </message>
    <message>
        <source>split a mention</source>
        <translation>dividere una menzione</translation>
    </message>
    <message>
        <source>add as %1</source>
        <translation>aggiungi come %1</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>elimina</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>scrivi una nota</translation>
    </message>
    <message>
        <source>mark as reviewed</source>
        <translation>segna come rivisto</translation>
    </message>
    <message>
        <source>mark as not reviewed</source>
        <translation>segna come non rivisto</translation>
    </message>
    <message>
        <source>move a threshold</source>
        <translation>sposta una soglia</translation>
    </message>
    <message>
        <source>accept the rest and mark as reviewed</source>
        <translation>accetta il resto e segna come rivisto</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Or try one invented letter:</source>
        <translation>Oppure provare una lettera inventata:</translation>
    </message>
    <message>
        <source>Open an invented letter in {language}</source>
        <translation>Apri una lettera inventata: {language}</translation>
    </message>
</context>
<context>
    <name>EntityChart</name>
    <message>
        <source>Nothing to count yet</source>
        <translation>Ancora nulla da contare</translation>
    </message>
    <message>
        <source>{text}: {count}</source>
        <translation>{text}: {count}</translation>
    </message>
    <message>
        <source>Most frequent entities</source>
        <translation>Entità più frequenti</translation>
    </message>
    <message>
        <source>{title}, {bar}</source>
        <translation>{title}, {bar}</translation>
    </message>
    <message>
        <source>{title}: {values}</source>
        <translation>{title}: {values}</translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punteggio</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>The entity as its first mention is written</source>
        <translation>L&apos;entità come è scritta nella sua prima menzione</translation>
    </message>
    <message>
        <source>What it was found to be</source>
        <translation>Che cosa è stato riconosciuto</translation>
    </message>
    <message>
        <source>The highest score of its mentions, from 0 to 1</source>
        <translation>Il punteggio più alto delle sue menzioni, da 0 a 1</translation>
    </message>
    <message>
        <source>How often it is mentioned</source>
        <translation>Quante volte è menzionata</translation>
    </message>
    <message>
        <source>The line of the first mention, counted from the start of the text</source>
        <translation>La riga della prima menzione, contata dall&apos;inizio del testo</translation>
    </message>
    <message>
        <source>Character %1 of the text, counted from 0</source>
        <translation>Carattere %1 del testo, contato da 0</translation>
    </message>
    <message>
        <source>What a person decided about it</source>
        <translation>Che cosa ha deciso una persona</translation>
    </message>
</context>
<context>
    <name>EntityPanel</name>
    <message>
        <source>Filter entities</source>
        <translation>Filtra entità</translation>
    </message>
    <message>
        <source>Entities  {count}</source>
        <translation>Entità  {count}</translation>
    </message>
    <message>
        <source>Entities  {shown} of {count}</source>
        <translation>Entità  {shown} di {count}</translation>
    </message>
</context>
<context>
    <name>EntityTree</name>
    <message>
        <source>Entities of the document</source>
        <translation>Entità del documento</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Tag and export a folder</source>
        <translation>Analizza ed esporta una cartella</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Nothing was exported; the files that were there already are as they were.</source>
        <translation>Non è stato esportato nulla; i file già presenti sono rimasti com&apos;erano.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avanzamento dell&apos;esportazione</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Esporta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to be written exist there already; the first is %1.</source>
        <translation>
            <numerusform>%n file da scrivere esiste già; il primo è %1.</numerusform>
            <numerusform>%n file da scrivere esistono già; il primo è %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>&amp;Sostituiscili</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>In&amp;terrompi</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>L&apos;esportazione è stata interrotta; non è stato scritto nulla.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported to %1.</source>
        <translation>
            <numerusform>%n documento esportato in %1.</numerusform>
            <numerusform>%n documenti esportati in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not reviewed.</source>
        <translation>
            <numerusform>%n di essi non è rivisto.</numerusform>
            <numerusform>%n di essi non sono rivisti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not exported: %1</source>
        <translation>
            <numerusform>%n documento non esportato: %1</numerusform>
            <numerusform>%n documenti non esportati: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out because they are not marked as reviewed.</source>
        <translation>
            <numerusform>%n documento è stato escluso perché non è contrassegnato come rivisto.</numerusform>
            <numerusform>%n documenti sono stati esclusi perché non sono contrassegnati come rivisti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out because they are not tagged.</source>
        <translation>
            <numerusform>%n documento tralasciato perché non analizzato.</numerusform>
            <numerusform>%n documenti tralasciati perché non analizzati.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportFields</name>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>Only those that are &amp;reviewed</source>
        <translation>Solo quelli &amp;rivisti</translation>
    </message>
    <message>
        <source>Only what I &amp;confirmed; leave suggestions out</source>
        <translation>Solo ciò che ho &amp;confermato; senza proposte</translation>
    </message>
    <message>
        <source>Folder or file to write</source>
        <translation>Cartella o file da scrivere</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Scegli…</translation>
    </message>
    <message>
        <source>Choose where to write</source>
        <translation>Scegli dove scrivere</translation>
    </message>
    <message numerus="yes">
        <source>All that are tagged (%n)</source>
        <translation>
            <numerusform>Tutti quelli analizzati (%n)</numerusform>
            <numerusform>Tutti quelli analizzati (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those selected in the list (%n)</source>
        <translation>
            <numerusform>Quelli selezionati nell&apos;elenco (%n)</numerusform>
            <numerusform>Quelli selezionati nell&apos;elenco (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are reviewed.</source>
        <translation>Tutti sono rivisti.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not marked as reviewed are left out.</source>
        <translation>
            <numerusform>Si lascia fuori %n documento che non è segnato come rivisto.</numerusform>
            <numerusform>Si lasciano fuori %n documenti che non sono segnati come rivisti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 document(s) are not marked as reviewed.</source>
        <translation>
            <numerusform>%n di %1 documenti non è segnato come rivisto.</numerusform>
            <numerusform>%n di %1 documenti non sono segnati come rivisti.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Documents:</source>
        <translation>&amp;Documenti:</translation>
    </message>
    <message>
        <source>&amp;Write into:</source>
        <translation>Scri&amp;vi in:</translation>
    </message>
    <message>
        <source>Export into a file</source>
        <translation>Esporta in un file</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Esporta in una cartella</translation>
    </message>
</context>
<context>
    <name>FailurePage</name>
    <message>
        <source>This document could not be read</source>
        <translation>Non è stato possibile leggere questo documento</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Riprova</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open files</source>
        <translation>Apri file</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the letter</source>
        <translation>Trova nella lettera</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Cancella la ricerca</translation>
    </message>
    <message>
        <source>Go to the place before (Shift+F3)</source>
        <translation>Vai al punto precedente (Maiusc+F3)</translation>
    </message>
    <message>
        <source>Go to the next place (F3)</source>
        <translation>Vai al punto successivo (F3)</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>&amp;Parole intere</translation>
    </message>
    <message>
        <source>Leave out places inside of longer words</source>
        <translation>Escludi i punti dentro parole più lunghe</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Chiudi la ricerca (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Non trovato</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} di {count}</translation>
    </message>
</context>
<context>
    <name>Fixed</name>
    <message>
        <source>Fixed by your administrator</source>
        <translation>Fissato dal suo amministratore</translation>
    </message>
    <message>
        <source>Switched off by your administrator</source>
        <translation>Disattivato dal suo amministratore</translation>
    </message>
</context>
<context>
    <name>FolderDialog</name>
    <message>
        <source>A folder of letters</source>
        <translation>Una cartella di lettere</translation>
    </message>
    <message>
        <source>What shall be done with this folder?</source>
        <translation>Che cosa fare con questa cartella?</translation>
    </message>
    <message>
        <source>Open for &amp;review</source>
        <translation>Apri per la &amp;revisione</translation>
    </message>
    <message>
        <source>The letters come into the list and are tagged, to be read and corrected.</source>
        <translation>Le lettere entrano nell&apos;elenco e vengono analizzate, per leggerle e correggerle.</translation>
    </message>
    <message>
        <source>&amp;Tag and export everything</source>
        <translation>&amp;Analizza ed esporta tutto</translation>
    </message>
    <message>
        <source>All letters are tagged and written into another folder; the list stays as it is.</source>
        <translation>Tutte le lettere vengono analizzate e scritte in un&apos;altra cartella; l&apos;elenco resta com&apos;è.</translation>
    </message>
    <message>
        <source>&amp;Do the same with every folder until the window is closed</source>
        <translation>&amp;Fai lo stesso con ogni cartella fino alla chiusura della finestra</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>brat standoff (.txt and .ann)</source>
        <translation>brat standoff (.txt e .ann)</translation>
    </message>
    <message>
        <source>CoNLL columns</source>
        <translation>Colonne CoNLL</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Table for the MultiCardioNER scorer (.tsv)</source>
        <translation>Tabella per il valutatore di MultiCardioNER (.tsv)</translation>
    </message>
    <message>
        <source>Spreadsheet table (.csv)</source>
        <translation>Tabella per fogli di calcolo (.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Cartella di lavoro Excel (.xlsx)</translation>
    </message>
    <message>
        <source>One web page with all letters</source>
        <translation>Una pagina web con tutte le lettere</translation>
    </message>
    <message>
        <source>A web page for each letter</source>
        <translation>Una pagina web per ogni lettera</translation>
    </message>
    <message>
        <source>A folder ready for a brat server, and for opening here again with everything in it.</source>
        <translation>Una cartella pronta per un server brat e per essere riaperta qui con tutto il contenuto.</translation>
    </message>
    <message>
        <source>One mention a row, as the scorer of the MultiCardioNER task reads it.</source>
        <translation>Una menzione per riga, come la legge il valutatore del task MultiCardioNER.</translation>
    </message>
    <message>
        <source>One word a line with BIO tags, for training other models.</source>
        <translation>Una parola per riga con tag BIO, per addestrare altri modelli.</translation>
    </message>
    <message>
        <source>Texts, mentions, scores and codes, for programs.</source>
        <translation>Testi, menzioni, punteggi e codici, per programmi.</translation>
    </message>
    <message>
        <source>One mention a row with its sentence, confirmed or not; opens in any spreadsheet.</source>
        <translation>Una menzione per riga con la sua frase, confermata o no; si apre in ogni foglio di calcolo.</translation>
    </message>
    <message>
        <source>One mention a row with its sentence, confirmed or not; a second sheet counts for each document.</source>
        <translation>Una menzione per riga con la sua frase, confermata o no; un secondo foglio conta per documento.</translation>
    </message>
    <message>
        <source>The letters with their highlights, to read and to print; one file that needs nothing else.</source>
        <translation>Le lettere con le loro evidenziazioni, da leggere e stampare; un file che non richiede altro.</translation>
    </message>
    <message>
        <source>Each letter with its highlights, to read and to print; every file stands alone.</source>
        <translation>Ogni lettera con le sue evidenziazioni, da leggere e stampare; ogni file sta da solo.</translation>
    </message>
</context>
<context>
    <name>FoundPacks</name>
    <message>
        <source>{name}: cannot be used</source>
        <translation>{name}: non si può usare</translation>
    </message>
    <message>
        <source>{language}: {name} {version}</source>
        <translation>{language}: {name} {version}</translation>
    </message>
    <message>
        <source>{language}: {name} {version} (not used)</source>
        <translation>{language}: {name} {version} (non usato)</translation>
    </message>
    <message>
        <source>{name} {version} of this site hides the newer {newer} of the program; remove it to use that.</source>
        <translation>{name} {version} di questa sede nasconde la versione {newer} del programma, più recente; lo rimuova per usarla.</translation>
    </message>
</context>
<context>
    <name>FrequencyPanel</name>
    <message>
        <source>This document</source>
        <translation>Questo documento</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tutti i documenti</translation>
    </message>
    <message>
        <source>What the chart counts</source>
        <translation>Che cosa conta il grafico</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Più frequenti</translation>
    </message>
    <message>
        <source>Most frequent (filtered)</source>
        <translation>Più frequenti (filtro)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a list of names</source>
        <translation>Importa un elenco di nomi</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Tipo di file</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Riconoscilo</translation>
    </message>
    <message>
        <source>What the names are</source>
        <translation>Che cosa sono i nomi</translation>
    </message>
    <message>
        <source>As the kind says</source>
        <translation>Secondo il tipo</translation>
    </message>
    <message>
        <source>Language of the letters</source>
        <translation>Lingua delle lettere</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nome dell&apos;elenco</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>&amp;Tipo di file</translation>
    </message>
    <message>
        <source>&amp;What the names are</source>
        <translation>Che &amp;cosa sono i nomi</translation>
    </message>
    <message>
        <source>&amp;Language of the letters</source>
        <translation>&amp;Lingua delle lettere</translation>
    </message>
    <message>
        <source>&amp;Name of the list</source>
        <translation>&amp;Nome dell&apos;elenco</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>I&amp;mporta</translation>
    </message>
    <message>
        <source>A table with a column of names</source>
        <translation>Una tabella con una colonna di nomi</translation>
    </message>
</context>
<context>
    <name>JumpLetters</name>
    <message>
        <source>Letters to jump by</source>
        <translation>Lettere per saltare</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Disease</source>
        <translation>Malattia</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Farmaco</translation>
    </message>
    <message>
        <source>Diseases</source>
        <translation>Malattie</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>Farmaci</translation>
    </message>
    <message>
        <source>Laboratory tests</source>
        <translation>Esami di laboratorio</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Spanish</source>
        <translation>Spagnolo</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglese</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>Lingua sconosciuta</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Show or hide the highlights: {label}</source>
        <translation>Mostrare o nascondere le evidenziazioni: {label}</translation>
    </message>
    <message>
        <source>Show {label}: {count}</source>
        <translation>Mostra {label}: {count}</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Parts of the program</source>
        <translation>Componenti del programma</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Testo della licenza</translation>
    </message>
    <message>
        <source>This part names its licence, {licence}, but brings no text of it.</source>
        <translation>Questo componente nomina la propria licenza, {licence}, ma non ne include il testo.</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Names from these lists are marked like those of the model&apos;s own list, and their codes go into tooltips and exports. CIMA, AIFA, RxNorm, ATC, OMOP, LOINC and ICD-10 files are read as they are published, and any table with a column of names.</source>
        <translation>I nomi di questi elenchi vengono segnati come quelli dell&apos;elenco del modello, e i loro codici compaiono nei suggerimenti e nelle esportazioni. I file di CIMA, AIFA, RxNorm, ATC, OMOP, LOINC e ICD-10 vengono letti così come sono pubblicati, e così ogni tabella con una colonna di nomi.</translation>
    </message>
    <message>
        <source>Your lists of names</source>
        <translation>Elenchi di nomi personali</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>&amp;Import a list…</source>
        <translation>&amp;Importa un elenco…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Rimuovi…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importazione…</translation>
    </message>
    <message>
        <source>{name} is imported: {labels}.</source>
        <translation>{name} è stato importato: {labels}.</translation>
    </message>
    <message>
        <source>Import a list of names</source>
        <translation>Importa un elenco di nomi</translation>
    </message>
    <message>
        <source>The list {name} will be deleted, in all its languages.</source>
        <translation>L&apos;elenco {name} verrà eliminato in tutte le sue lingue.</translation>
    </message>
    <message>
        <source>Remove the list?</source>
        <translation>Rimuovere l&apos;elenco?</translation>
    </message>
    <message>
        <source>&amp;Delete it</source>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>The list {name} cannot be deleted; check that no program uses it.</source>
        <translation>L&apos;elenco {name} non può essere eliminato; verificare che nessun programma lo usi.</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} è stato eliminato.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Find diseases and drugs in clinical letters</source>
        <translation>Trovare malattie e farmaci nelle lettere cliniche</translation>
    </message>
    <message>
        <source>Drop letters (Word, PDF, plain text and others) or folders here, or open them. Letters may be Spanish, English or Italian.</source>
        <translation>Rilasciare qui lettere (Word, PDF, testo e altri) o cartelle, oppure aprirle. Le lettere possono essere in spagnolo, inglese o italiano.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. An aid for research and documentation, not a medical device: the models learned from published case reports and were not validated on hospital letters.</source>
        <translation>Tutto resta su questo computer. Ausilio per la ricerca e la documentazione, non un dispositivo medico: i modelli hanno imparato da casi clinici pubblicati e non sono stati validati su lettere ospedaliere.</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Mostra il risultato</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Apri cartella</translation>
    </message>
    <message>
        <source>No letters were found there; choose letters or a folder that holds some.</source>
        <translation>Lì non è stata trovata nessuna lettera; scelga delle lettere o una cartella che ne contenga.</translation>
    </message>
    <message>
        <source>The program ended by a fault the last time; a report without any word of your documents is in {file}.</source>
        <translation>L&apos;ultima volta il programma è terminato per un guasto; un rapporto senza alcuna parola dei suoi documenti è in {file}.</translation>
    </message>
    <message>
        <source>A report without any word of your documents is in {file}; send it to who maintains the program.</source>
        <translation>Un rapporto senza alcuna parola dei suoi documenti è in {file}; lo invii a chi cura il programma.</translation>
    </message>
    <message>
        <source>An internal error ({kind}) occurred; your corrections are saved.</source>
        <translation>Si è verificato un errore interno ({kind}); le sue correzioni sono salvate.</translation>
    </message>
    <message>
        <source>An internal error ({kind}) occurred; export your corrections, then start the program again.</source>
        <translation>Si è verificato un errore interno ({kind}); esporti le correzioni e riavvii il programma.</translation>
    </message>
</context>
<context>
    <name>MentionCommands</name>
    <message>
        <source>Note on {mention}; leave it empty to take it away:</source>
        <translation>Nota su {mention}; la lasci vuota per toglierla:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>MentionFilter</name>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Tutte le etichette</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tutti gli stati</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Tutte le origini</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Punteggio minimo</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Punteggio massimo</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>A&amp;zzera</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Azzera il filtro</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punteggio</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Dismiss this message (Esc)</source>
        <translation>Chiudi questo messaggio (Esc)</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Chiudi questo messaggio</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models and word lists</source>
        <translation>Modelli ed elenchi di termini</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>M&amp;odelli</translation>
    </message>
    <message>
        <source>&amp;Your word lists</source>
        <translation>&amp;Elenchi personali</translation>
    </message>
    <message>
        <source>&amp;This computer</source>
        <translation>&amp;Questo computer</translation>
    </message>
    <message>
        <source>U&amp;pdates</source>
        <translation>Aggior&amp;namenti</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>PackQuestions</name>
    <message>
        <source>The model {name} {version} is older than the one that you have, {there}. It is kept.</source>
        <translation>Il modello {name} {version} è più vecchio di quello che ha, {there}, che viene conservato.</translation>
    </message>
    <message>
        <source>Take an older model?</source>
        <translation>Prendere un modello più vecchio?</translation>
    </message>
    <message>
        <source>&amp;Take the older one</source>
        <translation>&amp;Prendi il più vecchio</translation>
    </message>
    <message>
        <source>You have added a model {name} before; the new one takes its place, and the one before is kept: you can go back to it.</source>
        <translation>Aveva già aggiunto un modello {name}; il nuovo ne prende il posto e il precedente viene conservato: può tornarvi.</translation>
    </message>
    <message>
        <source>Replace the model?</source>
        <translation>Sostituire il modello?</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Sostituisci</translation>
    </message>
</context>
<context>
    <name>PackSigner</name>
    <message>
        <source>Signed by {name} ({fingerprint})</source>
        <translation>Firmato da {name} ({fingerprint})</translation>
    </message>
    <message>
        <source>Signed by a key that is not trusted here ({fingerprint})</source>
        <translation>Firmato con una chiave di cui qui non ci si fida ({fingerprint})</translation>
    </message>
    <message>
        <source>Known to the program, which it came with</source>
        <translation>Noto al programma, con cui è arrivato</translation>
    </message>
    <message>
        <source>Signed by nobody</source>
        <translation>Non lo ha firmato nessuno</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>added by you</source>
        <translation>aggiunto dall&apos;utente</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>incluso nel programma</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Legge</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Trova</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versione</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Motori</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dimensione</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>{language}: {name}</source>
        <translation>{language}: {name}</translation>
    </message>
    <message>
        <source>The card of the model</source>
        <translation>La scheda del modello</translation>
    </message>
    <message>
        <source>The card is in English, as the maker of the model wrote it.</source>
        <translation>La scheda è in inglese, come l&apos;ha scritta l&apos;autore del modello.</translation>
    </message>
    <message>
        <source>Scores, as the maker of the model measured them</source>
        <translation>Punteggi, come li ha misurati l&apos;autore del modello</translation>
    </message>
    <message>
        <source>F1 {f1} (95% interval {low} – {high}), precision {precision}, recall {recall}; strict, on {documents} documents</source>
        <translation>F1 {f1} (intervallo al 95% {low} – {high}), precisione {precision}, richiamo {recall}; stretto, su {documents} documenti</translation>
    </message>
</context>
<context>
    <name>PacksPanel</name>
    <message>
        <source>Installed models</source>
        <translation>Modelli installati</translation>
    </message>
    <message>
        <source>Add a &amp;zip file…</source>
        <translation>Aggiungi file &amp;zip…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Aggiungi &amp;cartella…</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>&amp;Usa questo modello</translation>
    </message>
    <message>
        <source>&amp;Check the files</source>
        <translation>&amp;Verifica i file</translation>
    </message>
    <message>
        <source>Go &amp;back</source>
        <translation>&amp;Torna indietro</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Rimuovi…</translation>
    </message>
    <message>
        <source>Progress of checking</source>
        <translation>Avanzamento della verifica</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Informazioni su questo modello</translation>
    </message>
    <message>
        <source>Checking and copying…</source>
        <translation>Verifica e copia…</translation>
    </message>
    <message>
        <source>{name} {version} is back.</source>
        <translation>È tornato {name} {version}.</translation>
    </message>
    <message>
        <source>No model is installed; add one from a zip file or a folder.</source>
        <translation>Nessun modello installato; aggiungerne uno da un file zip o da una cartella.</translation>
    </message>
    <message>
        <source>&amp;Use for {language}</source>
        <translation>&amp;Usa per {language}</translation>
    </message>
    <message>
        <source>Go &amp;back to {version}</source>
        <translation>&amp;Torna a {version}</translation>
    </message>
    <message>
        <source>This model came with the program and stays</source>
        <translation>Questo modello è incluso nel programma e resta</translation>
    </message>
    <message>
        <source>{name} reads {language} from now on.</source>
        <translation>Da ora in poi {name} legge {language}.</translation>
    </message>
    <message>
        <source>Zip files (*.zip *.ZIP)</source>
        <translation>File zip (*.zip *.ZIP)</translation>
    </message>
    <message>
        <source>Add a model from a zip file</source>
        <translation>Aggiungi un modello da un file zip</translation>
    </message>
    <message>
        <source>Add a model from a folder</source>
        <translation>Aggiungi un modello da una cartella</translation>
    </message>
    <message>
        <source>Trying the model with one letter…</source>
        <translation>Prova del modello con una lettera…</translation>
    </message>
    <message>
        <source>The model {name} will be deleted from this computer.</source>
        <translation>Il modello {name} verrà eliminato da questo computer.</translation>
    </message>
    <message>
        <source>Remove the model?</source>
        <translation>Rimuovere il modello?</translation>
    </message>
    <message>
        <source>&amp;Delete it</source>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} è stato eliminato.</translation>
    </message>
    <message>
        <source>All files of {name} are as they were packed (SHA-256).</source>
        <translation>Tutti i file di {name} sono come sono stati impacchettati (SHA-256).</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verifica…</translation>
    </message>
    <message>
        <source>{name} {version} is checked and installed.</source>
        <translation>{name} {version} è stato verificato e installato.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Documents</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>Model pack {pack} {version}, SHA-256 {sha256}</source>
        <translation>Pacchetto di modello {pack} {version}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>reviewed by a person</source>
        <translation>rivisto da una persona</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confermata</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modello</translation>
    </message>
    <message>
        <source>gazetteer</source>
        <translation>lista di termini</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>file</source>
        <translation>file</translation>
    </message>
    <message>
        <source>page</source>
        <translation>pagina</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>paragrafo</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabella</translation>
    </message>
    <message>
        <source>row</source>
        <translation>riga</translation>
    </message>
    <message>
        <source>header</source>
        <translation>intestazione</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>piè di pagina</translation>
    </message>
    <message>
        <source>footnotes</source>
        <translation>note a piè di pagina</translation>
    </message>
    <message>
        <source>text box</source>
        <translation>casella di testo</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>allegato</translation>
    </message>
    <message>
        <source>Batch summary</source>
        <translation>Riepilogo del lotto</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Documenti completati</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falliti</translation>
    </message>
    <message>
        <source>Files not done yet</source>
        <translation>File non ancora elaborati</translation>
    </message>
    <message>
        <source>Inputs that are not there any more (their outputs stay)</source>
        <translation>File di partenza che non ci sono più (i risultati restano)</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caratteri</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menzioni</translation>
    </message>
    <message>
        <source>Time of work</source>
        <translation>Tempo di lavoro</translation>
    </message>
    <message>
        <source>Documents per second</source>
        <translation>Documenti al secondo</translation>
    </message>
    <message>
        <source>Documents in language {language}</source>
        <translation>Documenti nella lingua {language}</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>Nessuna trovata.</translation>
    </message>
    <message>
        <source>Most frequent names</source>
        <translation>Nomi più frequenti</translation>
    </message>
    <message>
        <source>Most frequent names of {label}</source>
        <translation>Nomi più frequenti di {label}</translation>
    </message>
    <message>
        <source>Mentions per document</source>
        <translation>Menzioni per documento</translation>
    </message>
    <message>
        <source>Mentions of {label} per document</source>
        <translation>Menzioni di {label} per documento</translation>
    </message>
    <message>
        <source>mentions in a document</source>
        <translation>menzioni in un documento</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documenti</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Punteggi</translation>
    </message>
    <message>
        <source>Scores of {label}</source>
        <translation>Punteggi di {label}</translation>
    </message>
    <message>
        <source>score from</source>
        <translation>punteggio da</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>menzioni</translation>
    </message>
    <message>
        <source>time of work, all runs together</source>
        <translation>tempo di lavoro, tutte le esecuzioni insieme</translation>
    </message>
    <message>
        <source>documents/s</source>
        <translation>documenti/s</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Velocità</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Errori</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Nessuno.</translation>
    </message>
    <message>
        <source>The first {shown} of {number}.</source>
        <translation>I primi {shown} di {number}.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Perché</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Fatto con</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Pack {pack} {version}</source>
        <translation>Pacchetto {pack} {version}</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predefinito</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formati</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Esecuzioni</translation>
    </message>
    <message>
        <source>Made by CardioNER Desktop on {time}. A research and documentation aid, not a medical device. This page holds names of files and words of mentions: treat it as you treat the letters.</source>
        <translation>Fatto da CardioNER Desktop il {time}. Un aiuto per la ricerca e la documentazione, non un dispositivo medico. Questa pagina contiene nomi di file e parole delle menzioni: la tratti come tratta le lettere.</translation>
    </message>
</context>
<context>
    <name>PrivacyForm</name>
    <message>
        <source>Corrections of closed letters</source>
        <translation>Correzioni delle lettere chiuse</translation>
    </message>
    <message>
        <source>Forget when the window closes</source>
        <translation>Dimenticare alla chiusura della finestra</translation>
    </message>
    <message>
        <source>Keep for 7 days</source>
        <translation>Conservare per 7 giorni</translation>
    </message>
    <message>
        <source>Keep for 30 days</source>
        <translation>Conservare per 30 giorni</translation>
    </message>
    <message>
        <source>Keep for 90 days</source>
        <translation>Conservare per 90 giorni</translation>
    </message>
    <message>
        <source>Keep for a year</source>
        <translation>Conservare per un anno</translation>
    </message>
    <message>
        <source>Keep until I delete them</source>
        <translation>Conservare finché non le elimino</translation>
    </message>
    <message>
        <source>Ask for &amp;files with the system&apos;s own dialogs</source>
        <translation>Chiedere i &amp;file con le finestre del sistema</translation>
    </message>
    <message>
        <source>The system then keeps lists of recently used files and folders</source>
        <translation>Il sistema conserva allora elenchi di file e cartelle usati di recente</translation>
    </message>
    <message>
        <source>Write down what I tag, &amp;export and review</source>
        <translation>Annotare &amp;che cosa etichetto, esporto e rivedo</translation>
    </message>
    <message>
        <source>Who, when, which text by its hash, which model: without a name or a word of it</source>
        <translation>Chi, quando, quale testo con il suo hash, quale modello: senza un nome né una parola di esso</translation>
    </message>
    <message>
        <source>Delete sa&amp;ved corrections…</source>
        <translation>Elimina le correzioni sal&amp;vate…</translation>
    </message>
    <message>
        <source>C&amp;orrections of closed letters</source>
        <translation>Correzioni delle lettere chi&amp;use</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress of tagging</source>
        <translation>Avanzamento dell&apos;analisi</translation>
    </message>
    <message>
        <source>Stop tagging</source>
        <translation>Interrompi l&apos;analisi</translation>
    </message>
    <message>
        <source>Tagged {done} of {total}</source>
        <translation>Analizzati {done} di {total}</translation>
    </message>
    <message>
        <source>Tagged {done} of {total} · {time}</source>
        <translation>Analizzati {done} di {total} · {time}</translation>
    </message>
    <message>
        <source>Tagged {done} of {total} · {speed} documents/s · {time}</source>
        <translation>Analizzati {done} di {total} · {speed} documenti/s · {time}</translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation>circa {count} s rimanenti</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>circa {count} min rimanenti</translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <translation>circa {count} h rimanenti</translation>
    </message>
</context>
<context>
    <name>Purging</name>
    <message>
        <source>Delete saved corrections</source>
        <translation>Elimina le correzioni salvate</translation>
    </message>
    <message numerus="yes">
        <source>Corrections of %n closed letter(s) will be deleted, and crash reports and files that were left behind too. What you have not exported is lost. Open letters keep their corrections.</source>
        <translation>
            <numerusform>Saranno eliminate le correzioni di %n lettera chiusa, e anche i rapporti sui guasti e i file rimasti. Ciò che non ha esportato va perso. Le lettere aperte conservano le loro correzioni.</numerusform>
            <numerusform>Saranno eliminate le correzioni di %n lettere chiuse, e anche i rapporti sui guasti e i file rimasti. Ciò che non ha esportato va perso. Le lettere aperte conservano le loro correzioni.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete them</source>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>The corrections cannot be deleted now, because their file cannot be written.</source>
        <translation>Le correzioni non possono essere eliminate ora, perché il loro file non può essere scritto.</translation>
    </message>
    <message>
        <source>The files cannot be reached now.</source>
        <translation>I file non sono raggiungibili ora.</translation>
    </message>
    <message>
        <source>Deleted. Only what concerns open letters is still kept.</source>
        <translation>Eliminato. È conservato solo ciò che riguarda le lettere aperte.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Unità</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Cartella</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Cartella di file</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Cerca in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Tipo di file:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maiusc</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Invio</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>No other possible miss is left in this document.</source>
        <translation>In questo documento non restano altre possibili omissioni.</translation>
    </message>
    <message>
        <source>All documents are reviewed.</source>
        <translation>Tutti i documenti sono rivisti.</translation>
    </message>
    <message>
        <source>No doubtful mention is left here; Ctrl+Return accepts the other {count} and goes on.</source>
        <translation>Qui non restano menzioni dubbie; Ctrl+Invio accetta le altre {count} e prosegue.</translation>
    </message>
    <message>
        <source>Nothing is left to decide here; Ctrl+Return goes on.</source>
        <translation>Qui non resta nulla da decidere; Ctrl+Invio prosegue.</translation>
    </message>
    <message>
        <source>Nothing is left to decide in any open document.</source>
        <translation>Non resta nulla da decidere in alcun documento aperto.</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Accetta</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Rifiuta</translation>
    </message>
    <message>
        <source>Take the decision &amp;back</source>
        <translation>&amp;Ritira la decisione</translation>
    </message>
    <message>
        <source>Let the mention be undecided, as it was found</source>
        <translation>Lascia la menzione non decisa, come è stata trovata</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>Delete a mention that was added; reject one that was found</source>
        <translation>Elimina una menzione aggiunta; rifiuta una trovata</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Nota…</translation>
    </message>
    <message>
        <source>Write a note on the mention</source>
        <translation>Scrivi una nota sulla menzione</translation>
    </message>
    <message>
        <source>&amp;Label…</source>
        <translation>&amp;Etichetta…</translation>
    </message>
    <message>
        <source>Choose the label of the mention, or of the selected words</source>
        <translation>Scegli l&apos;etichetta della menzione o delle parole selezionate</translation>
    </message>
    <message>
        <source>The same in this d&amp;ocument</source>
        <translation>Lo stesso in questo d&amp;ocumento</translation>
    </message>
    <message>
        <source>Do what was done last to all places of the same words in this document</source>
        <translation>Applica l&apos;ultima operazione a tutti i punti con le stesse parole in questo documento</translation>
    </message>
    <message>
        <source>The same in all doc&amp;uments</source>
        <translation>Lo stesso in tutti i doc&amp;umenti</translation>
    </message>
    <message>
        <source>Do what was done last to all places of the same words in all open documents</source>
        <translation>Applica l&apos;ultima operazione a tutti i punti con le stesse parole in tutti i documenti aperti</translation>
    </message>
    <message>
        <source>Ne&amp;xt undecided</source>
        <translation>Pro&amp;ssima non decisa</translation>
    </message>
    <message>
        <source>Pre&amp;vious undecided</source>
        <translation>Precedente da de&amp;cidere</translation>
    </message>
    <message>
        <source>Go to the undecided mention before, in this document</source>
        <translation>Vai alla menzione da decidere precedente di questo documento</translation>
    </message>
    <message>
        <source>Next possible &amp;miss</source>
        <translation>Prossima possibile &amp;omissione</translation>
    </message>
    <message>
        <source>&amp;Jump by letters</source>
        <translation>&amp;Salta con le lettere</translation>
    </message>
    <message>
        <source>Type the letters of the first word and of the last one, then a number to add a mention; with Shift the mention is added at once, under the label added last</source>
        <translation>Digiti le lettere della prima parola e dell&apos;ultima, poi un numero per aggiungere una menzione; con Maiusc la menzione si aggiunge subito, con l&apos;ultima etichetta aggiunta</translation>
    </message>
    <message>
        <source>Show a letter on each word near the mention; type it to end there, with Shift to begin there</source>
        <translation>Mostra un tasto su ogni parola vicina alla menzione; premerlo per finire lì, con Maiusc per iniziare lì</translation>
    </message>
    <message>
        <source>S&amp;plit by letters</source>
        <translation>Di&amp;vidi con le lettere</translation>
    </message>
    <message>
        <source>Show a letter on each word of the mention; type it to leave that word out and make two mentions, with Shift to begin the second one with it</source>
        <translation>Mostra una lettera su ogni parola della menzione; la digiti per escludere quella parola e fare due menzioni, con Maiusc perché la seconda cominci da essa</translation>
    </message>
    <message>
        <source>Let the next undecided mention be the next one below the sure score</source>
        <translation>La prossima menzione non decisa è la prossima sotto il punteggio sicuro</translation>
    </message>
    <message>
        <source>Accept all &amp;sure ones</source>
        <translation>Accetta tutte quelle &amp;sicure</translation>
    </message>
    <message>
        <source>Accept every undecided mention from the sure score on</source>
        <translation>Accetta tutte le menzioni non decise dal punteggio sicuro in su</translation>
    </message>
    <message>
        <source>Accept all sure ones in all documents</source>
        <translation>Accetta tutte quelle sicure in tutti i documenti</translation>
    </message>
    <message>
        <source>Accept every undecided mention from the sure score on in all open documents</source>
        <translation>Accetta tutte le menzioni non decise dal punteggio sicuro in su in tutti i documenti aperti</translation>
    </message>
    <message>
        <source>Accept the rest, re&amp;viewed, next document</source>
        <translation>Accetta il resto, ri&amp;visto, documento successivo</translation>
    </message>
    <message>
        <source>Accept all that is undecided, mark the document as reviewed, and go to the next one</source>
        <translation>Accetta tutto ciò che non è deciso, segna il documento come rivisto e va al successivo</translation>
    </message>
    <message>
        <source>Mark as rev&amp;iewed</source>
        <translation>Segna come r&amp;ivisto</translation>
    </message>
    <message>
        <source>Mark the document as reviewed as it stands, and go to the next one; or take that back</source>
        <translation>Segna il documento come rivisto così com&apos;è e va al successivo; o torna indietro</translation>
    </message>
    <message>
        <source>&amp;Thresholds</source>
        <translation>&amp;Soglie</translation>
    </message>
    <message>
        <source>Go to the slider of the lowest score that is shown</source>
        <translation>Vai al cursore del punteggio minimo mostrato</translation>
    </message>
    <message>
        <source>Filt&amp;er mentions</source>
        <translation>&amp;Filtra menzioni</translation>
    </message>
    <message>
        <source>Accept the mention and go to the next undecided one</source>
        <translation>Accetta la menzione e va alla successiva non decisa</translation>
    </message>
    <message>
        <source>Reject the mention and go to the next undecided one</source>
        <translation>Rifiuta la menzione e va alla successiva non decisa</translation>
    </message>
    <message>
        <source>Go to the next undecided mention, in any document</source>
        <translation>Vai alla prossima menzione non decisa, in qualsiasi documento</translation>
    </message>
    <message>
        <source>Go to the likeliest place that a low score left out</source>
        <translation>Vai al punto più probabile escluso da un basso punteggio</translation>
    </message>
    <message>
        <source>Show a letter on each mention; type it to go there, with Shift to reject it</source>
        <translation>Mostra un tasto su ogni menzione; premerlo per raggiungerla, con Maiusc per rifiutarla</translation>
    </message>
    <message>
        <source>Mark &amp;words by letters</source>
        <translation>Segna &amp;parole con le lettere</translation>
    </message>
    <message>
        <source>&amp;Stretch by letters</source>
        <translation>&amp;Estendi con le lettere</translation>
    </message>
    <message>
        <source>S&amp;kip sure ones</source>
        <translation>Salta &amp;quelle sicure</translation>
    </message>
    <message>
        <source>Choose the mentions to walk and to list</source>
        <translation>Scegli le menzioni da percorrere ed elencare</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>Annulla l&apos;ultima operazione</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ripeti</translation>
    </message>
    <message>
        <source>Do again what was taken back last</source>
        <translation>Ripete l&apos;ultima operazione annullata</translation>
    </message>
    <message>
        <source>&amp;Label of the mention</source>
        <translation>E&amp;tichetta della menzione</translation>
    </message>
    <message>
        <source>B&amp;ounds</source>
        <translation>&amp;Limiti</translation>
    </message>
    <message>
        <source>Begin a word &amp;earlier</source>
        <translation>Inizia una parola &amp;prima</translation>
    </message>
    <message>
        <source>Let the mention begin a word earlier</source>
        <translation>Fa iniziare la menzione una parola prima</translation>
    </message>
    <message>
        <source>Begin a word &amp;later</source>
        <translation>Inizia una parola &amp;dopo</translation>
    </message>
    <message>
        <source>Let the mention begin a word later</source>
        <translation>Fa iniziare la menzione una parola dopo</translation>
    </message>
    <message>
        <source>End a word e&amp;arlier</source>
        <translation>Finisci una parola p&amp;rima</translation>
    </message>
    <message>
        <source>Let the mention end a word earlier</source>
        <translation>Fa finire la menzione una parola prima</translation>
    </message>
    <message>
        <source>End a word la&amp;ter</source>
        <translation>Finisci una parola d&amp;opo</translation>
    </message>
    <message>
        <source>Let the mention end a word later</source>
        <translation>Fa finire la menzione una parola dopo</translation>
    </message>
    <message>
        <source>Begin with the &amp;phrase</source>
        <translation>Comincia con la &amp;frase</translation>
    </message>
    <message>
        <source>Let the mention begin where the phrase begins</source>
        <translation>Fa cominciare la menzione dove comincia la frase</translation>
    </message>
    <message>
        <source>End with the p&amp;hrase</source>
        <translation>Termina con la f&amp;rase</translation>
    </message>
    <message>
        <source>Let the mention end before the next punctuation mark</source>
        <translation>Fa terminare la menzione prima del prossimo segno di punteggiatura</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>Inizia un carattere prima</translation>
    </message>
    <message>
        <source>Let the mention begin a character earlier</source>
        <translation>Fa iniziare la menzione un carattere prima</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>Inizia un carattere dopo</translation>
    </message>
    <message>
        <source>Let the mention begin a character later</source>
        <translation>Fa iniziare la menzione un carattere dopo</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Finisci un carattere prima</translation>
    </message>
    <message>
        <source>Let the mention end a character earlier</source>
        <translation>Fa finire la menzione un carattere prima</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Finisci un carattere dopo</translation>
    </message>
    <message>
        <source>Let the mention end a character later</source>
        <translation>Fa finire la menzione un carattere dopo</translation>
    </message>
    <message>
        <source>Give the mention this label, or add the selected words under it</source>
        <translation>Assegna questa etichetta alla menzione o aggiunge con essa le parole selezionate</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Score from which a mention is sure</source>
        <translation>Punteggio da cui una menzione è sicura</translation>
    </message>
    <message>
        <source>Sure from score</source>
        <translation>Sicure dal punteggio</translation>
    </message>
    <message>
        <source>Skip sure mentions</source>
        <translation>Salta le menzioni sicure</translation>
    </message>
    <message>
        <source>Accept sure mentions</source>
        <translation>Accetta le menzioni sicure</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided of %1</source>
        <translation>
            <numerusform>%n non decisa di %1</numerusform>
            <numerusform>%n non decise di %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 reviewed</source>
        <translation>
            <numerusform>%n di %1 rivisto</numerusform>
            <numerusform>%n di %1 rivisti</numerusform>
        </translation>
    </message>
    <message>
        <source>Mentions of this document that nobody has decided; documents that are reviewed</source>
        <translation>Menzioni di questo documento non decise; documenti rivisti</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>Not rev&amp;iewed any more</source>
        <translation>Non più r&amp;ivisto</translation>
    </message>
    <message>
        <source>Mark as rev&amp;iewed</source>
        <translation>Segna come r&amp;ivisto</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annulla: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Ripeti: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ripeti</translation>
    </message>
    <message>
        <source>The selected words are no mention yet; give them a label with its number first.</source>
        <translation>Le parole selezionate non sono ancora una menzione; assegna loro prima un&apos;etichetta con il suo numero.</translation>
    </message>
    <message>
        <source>Decide on a mention first; then the same can be done at its other places.</source>
        <translation>Decidere prima su una menzione; poi si potrà fare lo stesso negli altri suoi punti.</translation>
    </message>
    <message>
        <source>“{words}” stands at no other place in the open documents where this is left to do.</source>
        <translation>«{words}» non si trova in nessun altro punto dei documenti aperti in cui resti questo da fare.</translation>
    </message>
    <message>
        <source>“{words}” stands at no other place in this document where this is left to do.</source>
        <translation>«{words}» non si trova in nessun altro punto di questo documento in cui resti questo da fare.</translation>
    </message>
    <message>
        <source>No undecided mention has a sure score.</source>
        <translation>Nessuna menzione non decisa ha un punteggio sicuro.</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>There is nothing to decide here before the document is tagged.</source>
        <translation>Qui non c&apos;è nulla da decidere prima che il documento sia analizzato.</translation>
    </message>
    <message>
        <source>No label of this document has this number; the menu on a mention lists those it has.</source>
        <translation>Nessuna etichetta di questo documento ha questo numero; il menu di una menzione elenca quelle che ci sono.</translation>
    </message>
    <message>
        <source>Nobody has decided on this mention yet, so there is nothing to take back.</source>
        <translation>Nessuno ha ancora deciso su questa menzione, quindi non c&apos;è nulla da ritirare.</translation>
    </message>
    <message>
        <source>The selected words are no mention yet; give them a label with its number first.</source>
        <translation>Le parole selezionate non sono ancora una menzione; assegna loro prima un&apos;etichetta con il suo numero.</translation>
    </message>
    <message>
        <source>No mention is chosen; {key} goes to the next undecided one, or click one.</source>
        <translation>Nessuna menzione è scelta; {key} va alla prossima da decidere, oppure fai clic su una.</translation>
    </message>
    <message>
        <source>No mention is chosen, and none here is undecided; {key} goes on to the next document.</source>
        <translation>Nessuna menzione è scelta e nessuna è da decidere; {key} passa al documento successivo.</translation>
    </message>
    <message>
        <source>Nothing is marked in this document; select words and press the number of a label to mark them.</source>
        <translation>In questo documento non è segnato nulla; seleziona delle parole e premi il numero di un&apos;etichetta per segnarle.</translation>
    </message>
</context>
<context>
    <name>SavedSession</name>
    <message numerus="yes">
        <source>Your last session was restored: %n document(s).</source>
        <translation>
            <numerusform>L&apos;ultima sessione è stata ripristinata: %n documento.</numerusform>
            <numerusform>L&apos;ultima sessione è stata ripristinata: %n documenti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of it are not in their place; what you decided is kept for them.</source>
        <translation>
            <numerusform>%n suo documento non è al suo posto; ciò che è stato deciso è conservato.</numerusform>
            <numerusform>%n suoi documenti non sono al loro posto; ciò che è stato deciso è conservato.</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrections are not saved</source>
        <translation>Le correzioni non vengono salvate</translation>
    </message>
    <message>
        <source>The last corrections are not on the disk yet.</source>
        <translation>Le ultime correzioni non sono ancora sul disco.</translation>
    </message>
    <message>
        <source>&amp;Close and lose them</source>
        <translation>&amp;Chiudi e perdile</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Torna indietro</translation>
    </message>
    <message>
        <source>Corrections are saved again.</source>
        <translation>Le correzioni vengono di nuovo salvate.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search</source>
        <translation>Cancella la ricerca</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} non si può leggere: {reason}.</translation>
    </message>
    <message>
        <source>{file} {problem}; save it as UTF-8 text.</source>
        <translation>{file} {problem}; lo salvi come testo UTF-8.</translation>
    </message>
    <message>
        <source>{file} has {size} MiB; split it into files of at most 64 MiB.</source>
        <translation>{file} ha {size} MiB; lo divida in file di al massimo 64 MiB.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {reason}.</source>
        <translation>{file} non si può aprire: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be looked at: {reason}.</source>
        <translation>{file} non si può esaminare: {reason}.</translation>
    </message>
    <message>
        <source>{file} is a link back to a folder that it lies in; it was not followed.</source>
        <translation>{file} è un collegamento a una cartella che lo contiene; non è stato seguito.</translation>
    </message>
    <message>
        <source>{file} has a name with characters that are no text; rename it.</source>
        <translation>{file} ha un nome con caratteri che non sono testo; lo rinomini.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8; save it as UTF-8, or move it away to open the text alone.</source>
        <translation>{file} non è UTF-8; lo salvi come UTF-8 o lo sposti per aprire solo il testo.</translation>
    </message>
    <message>
        <source>{problem}, or move the file away to open the text alone.</source>
        <translation>{problem}, o sposti il file per aprire solo il testo.</translation>
    </message>
    <message>
        <source>{file} is no folder; name one that holds .txt and .ann files.</source>
        <translation>{file} non è una cartella; ne indichi una che contenga file .txt e .ann.</translation>
    </message>
    <message>
        <source>{place}: a mention is ID, tab, LABEL START END, tab, TEXT; correct the line.</source>
        <translation>{place}: una menzione è ID, tabulazione, ETICHETTA INIZIO FINE, tabulazione, TESTO; corregga la riga.</translation>
    </message>
    <message>
        <source>{place}: {mention} needs a start before its end; correct the offsets.</source>
        <translation>{place}: {mention} deve cominciare prima di finire; corregga le posizioni.</translation>
    </message>
    <message>
        <source>{place}: {mention} ends at {end}, the text at {length}; correct the offsets.</source>
        <translation>{place}: {mention} finisce a {end}, il testo a {length}; corregga le posizioni.</translation>
    </message>
    <message>
        <source>{place}: {mention} has not the text at its offsets; correct the text or the offsets.</source>
        <translation>{place}: {mention} non ha il testo delle sue posizioni; corregga il testo o le posizioni.</translation>
    </message>
    <message>
        <source>{place}: the id {id} stands on line {line} too; give each line its own id.</source>
        <translation>{place}: l&apos;identificatore {id} sta anche alla riga {line}; dia a ogni riga il suo.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}); check its permissions.</source>
        <translation>{file} non si può leggere ({reason}); controlli i suoi permessi.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8; save it as UTF-8.</source>
        <translation>{file} non è UTF-8; lo salvi come UTF-8.</translation>
    </message>
    <message>
        <source>{file} has no .txt beside it; put the text there or take the .ann away.</source>
        <translation>{file} non ha un .txt accanto; vi metta il testo o tolga il .ann.</translation>
    </message>
    <message>
        <source>Another document is written under the name {name} too; rename one of them.</source>
        <translation>Anche un altro documento viene scritto con il nome {name}; ne rinomini uno.</translation>
    </message>
    <message>
        <source>{file} cannot be written (it is a folder); choose another folder.</source>
        <translation>{file} non si può scrivere (è una cartella); scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}), so nothing was exported; choose another folder or make room.</source>
        <translation>{file} non si può scrivere ({reason}), quindi non è stato esportato nulla; scelga un&apos;altra cartella o faccia spazio.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}); choose another folder or make room.</source>
        <translation>{file} non si può scrivere ({reason}); scelga un&apos;altra cartella o faccia spazio.</translation>
    </message>
    <message>
        <source>The pack {pack} needs {size} MB on the disk; make room for it.</source>
        <translation>Il pacchetto {pack} richiede {size} MB sul disco; faccia spazio.</translation>
    </message>
    <message>
        <source>The pack {pack} lacks its file {file}; get the pack again.</source>
        <translation>Al pacchetto {pack} manca il suo file {file}; si procuri di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The file {file} of pack {pack} is not the one that was packed; get the pack again.</source>
        <translation>Il file {file} del pacchetto {pack} non è quello impacchettato; si procuri di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The file {file} of pack {pack} is not the one that was packed; install the pack again.</source>
        <translation>Il file {file} del pacchetto {pack} non è quello impacchettato; installi di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The pack {pack} lacks its file {file}; install the pack again.</source>
        <translation>Al pacchetto {pack} manca il suo file {file}; installi di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>{file} is not a model pack: it holds no {part}; choose one that does.</source>
        <translation>{file} non è un pacchetto di modello: non contiene {part}; ne scelga uno che lo contenga.</translation>
    </message>
    <message>
        <source>A pack {pack} is among yours already; remove it first, or replace it.</source>
        <translation>Tra i suoi c&apos;è già un pacchetto {pack}; prima lo tolga, o lo sostituisca.</translation>
    </message>
    <message>
        <source>The pack {pack} cannot be deleted ({reason}); close what uses it.</source>
        <translation>Il pacchetto {pack} non si può cancellare ({reason}); chiuda ciò che lo usa.</translation>
    </message>
    <message>
        <source>The pack {pack} {version} does not work on this computer ({reason}), so nothing changed.</source>
        <translation>Il pacchetto {pack} {version} non funziona su questo computer ({reason}), quindi nulla è cambiato.</translation>
    </message>
    <message>
        <source>The pack {pack} cannot be put back ({reason}); close what uses it.</source>
        <translation>Il pacchetto {pack} non può essere ripristinato ({reason}); chiuda ciò che lo usa.</translation>
    </message>
    <message>
        <source>Another window or command is replacing a pack just now; wait until it has ended.</source>
        <translation>Un&apos;altra finestra o un altro comando sta sostituendo un pacchetto; attenda che finisca.</translation>
    </message>
    <message>
        <source>The list {list} in {file} is damaged; copy the whole release again.</source>
        <translation>L&apos;elenco {list} in {file} è danneggiato; copi di nuovo l&apos;intera versione.</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed: it is not the file of the release; copy it again.</source>
        <translation>{file} è danneggiato o è stato modificato: non è il file pubblicato; lo copi di nuovo.</translation>
    </message>
    <message>
        <source>The release in {file} is an evaluation build that nobody signed; get a signed one, or say --allow-unsigned.</source>
        <translation>La versione in {file} è di valutazione e nessuno l&apos;ha firmata; se ne procuri una firmata o indichi --allow-unsigned.</translation>
    </message>
    <message>
        <source>The release in {file} is signed by a key that is not trusted here ({key}); compare its fingerprint and trust it (cardioner packs keys trust {keys}), or ask your administrator.</source>
        <translation>La versione in {file} è firmata con una chiave che qui non è ritenuta sicura ({key}); ne confronti l&apos;impronta e la approvi (cardioner packs keys trust {keys}), o chieda all&apos;amministratore.</translation>
    </message>
    <message>
        <source>The release in {file} holds no package for this machine (…{ending}); copy the whole release.</source>
        <translation>La versione in {file} non contiene alcun pacchetto per questo computer (…{ending}); copi l&apos;intera versione.</translation>
    </message>
    <message>
        <source>{file} is not there; choose the folder or the zip file of a pack.</source>
        <translation>{file} non c&apos;è; scelga la cartella o il file zip di un pacchetto.</translation>
    </message>
    <message>
        <source>{file} is not a whole, open zip file; choose the folder or the zip of a pack.</source>
        <translation>{file} non è un file zip intero e senza password; scelga la cartella o lo zip di un pacchetto.</translation>
    </message>
    <message>
        <source>The pack {pack} has format {format}, this program reads {known}; install a pack that fits it.</source>
        <translation>Il pacchetto {pack} ha il formato {format} e questo programma legge il {known}; installi un pacchetto adatto.</translation>
    </message>
    <message>
        <source>The manifest of pack {pack} cannot be read; install the pack again.</source>
        <translation>Il manifesto del pacchetto {pack} non si può leggere; installi di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The manifest of pack {pack} is incomplete or wrong; install the pack again.</source>
        <translation>Il manifesto del pacchetto {pack} è incompleto o errato; installi di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The tokenizer of pack {pack} cannot be read; install the pack again.</source>
        <translation>Il tokenizzatore del pacchetto {pack} non si può leggere; installi di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The memory {file} of pack {pack} cannot be read; install it again.</source>
        <translation>La memoria {file} del pacchetto {pack} non si può leggere; lo installi di nuovo.</translation>
    </message>
    <message>
        <source>The filter {file} of pack {pack} cannot be read; install the pack again.</source>
        <translation>Il filtro {file} del pacchetto {pack} non si può leggere; installi di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The engine ct2 of pack {pack} cannot be loaded: {reason}.</source>
        <translation>Il motore ct2 del pacchetto {pack} non si può caricare: {reason}.</translation>
    </message>
    <message>
        <source>No model pack is installed; put one into the packs folder.</source>
        <translation>Non è installato nessun pacchetto di modello; ne metta uno nella cartella dei pacchetti.</translation>
    </message>
    <message>
        <source>The pack {pack} was withdrawn by a revocation; ask who made it for another one.</source>
        <translation>Il pacchetto {pack} è stato ritirato con una revoca; ne chieda un altro a chi lo ha fatto.</translation>
    </message>
    <message>
        <source>The signature of pack {pack} is damaged; get the pack again.</source>
        <translation>La firma del pacchetto {pack} è danneggiata; si procuri di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>The pack {pack} is signed with a key that was revoked; get a newly signed one.</source>
        <translation>Il pacchetto {pack} è firmato con una chiave revocata; se ne procuri uno firmato di nuovo.</translation>
    </message>
    <message>
        <source>The signature of pack {pack} is not for this pack, which was changed; get it again.</source>
        <translation>La firma del pacchetto {pack} non è di questo pacchetto, che è stato cambiato; se lo procuri di nuovo.</translation>
    </message>
    <message>
        <source>The pack {pack} is signed by a key that is not trusted here ({key}); trust the key, or allow unsigned packs in the settings.</source>
        <translation>Il pacchetto {pack} è firmato con una chiave di cui qui non ci si fida ({key}); si fidi della chiave o consenta pacchetti senza firma nelle impostazioni.</translation>
    </message>
    <message>
        <source>The pack {pack} is not signed, so nobody says where it comes from; get a signed one, or allow unsigned packs in the settings.</source>
        <translation>Il pacchetto {pack} non è firmato, quindi nessuno garantisce da dove viene; se ne procuri uno firmato o consenta pacchetti senza firma nelle impostazioni.</translation>
    </message>
    <message>
        <source>Adding and removing lists is switched off by your administrator&apos;s policy; ask your administrator.</source>
        <translation>Aggiungere e togliere liste è disattivato dal suo amministratore; chieda a lui.</translation>
    </message>
    <message>
        <source>Adding and removing packs is switched off by your administrator&apos;s policy; ask your administrator.</source>
        <translation>Aggiungere e togliere pacchetti è disattivato dal suo amministratore; chieda a lui.</translation>
    </message>
    <message>
        <source>{file} holds two files of one name, which no pack does; get the pack again.</source>
        <translation>{file} contiene due file con lo stesso nome, come nessun pacchetto; si procuri di nuovo il pacchetto.</translation>
    </message>
    <message>
        <source>{file} lists far more files than a pack has; ask who made it.</source>
        <translation>{file} elenca molti più file di quanti ne abbia un pacchetto; chieda a chi lo ha fatto.</translation>
    </message>
    <message>
        <source>Exporting from the window is switched off by your administrator&apos;s policy; ask your administrator.</source>
        <translation>L&apos;esportazione dalla finestra è disattivata dal suo amministratore; chieda a lui.</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy {file} cannot be followed ({reason}); ask your administrator to mend it.</source>
        <translation>Non si può seguire la politica dell&apos;amministratore {file} ({reason}); chieda al suo amministratore di correggerla.</translation>
    </message>
    <message>
        <source>The revocations in {file} cannot be read, so no pack is trusted; get this file again.</source>
        <translation>Non si possono leggere le revoche in {file}, quindi non ci si fida di nessun pacchetto; si procuri di nuovo questo file.</translation>
    </message>
    <message>
        <source>The audit file {file} cannot be written ({reason}), so nothing goes on; ask your administrator.</source>
        <translation>Non si può scrivere il registro di controllo {file} ({reason}), quindi nulla prosegue; chieda al suo amministratore.</translation>
    </message>
    <message>
        <source>The audit file {file} is held by another program, so nothing goes on; close that one.</source>
        <translation>Un altro programma occupa il registro di controllo {file}, quindi nulla prosegue; lo chiuda.</translation>
    </message>
    <message>
        <source>The language of this document is not clear; name it.</source>
        <translation>La lingua di questo documento non è chiara; la indichi nell&apos;elenco dei documenti.</translation>
    </message>
    <message>
        <source>No installed pack reads the language {language}; there are {languages}.</source>
        <translation>Nessun pacchetto installato legge la lingua {language}; ci sono {languages}.</translation>
    </message>
    <message>
        <source>No installed pack finds {label}; choose among {labels}.</source>
        <translation>Nessun pacchetto installato trova {label}; scelga tra {labels}.</translation>
    </message>
    <message>
        <source>This machine has no CUDA device; choose the device cpu or auto.</source>
        <translation>Questo computer non ha un dispositivo CUDA; scelga il dispositivo cpu o auto.</translation>
    </message>
    <message>
        <source>The letter has no place from {start} to {end}; mark a part of its text.</source>
        <translation>La lettera non ha un punto da {start} a {end}; segni una parte del suo testo.</translation>
    </message>
    <message>
        <source>There is no word in what is marked; mark at least one letter or digit.</source>
        <translation>Non c&apos;è nessuna parola in ciò che è segnato; segni almeno una lettera o una cifra.</translation>
    </message>
    <message>
        <source>What is marked begins or ends with a blank; mark whole words.</source>
        <translation>Ciò che è segnato comincia o finisce con uno spazio; segni parole intere.</translation>
    </message>
    <message>
        <source>This place is marked as {label} already; choose another label or other bounds.</source>
        <translation>Questo punto è già segnato come {label}; scelga un&apos;altra etichetta o altri limiti.</translation>
    </message>
    <message>
        <source>This mention is not in the letter any more; choose it again.</source>
        <translation>Questa menzione non è più nella lettera; la scelga di nuovo.</translation>
    </message>
    <message>
        <source>A label is one word without blanks; choose one of the list.</source>
        <translation>Un&apos;etichetta è una parola senza spazi; ne scelga una dell&apos;elenco.</translation>
    </message>
    <message>
        <source>This cannot be done at all occurrences at once; choose one mention.</source>
        <translation>Questo non si può fare in tutte le occorrenze insieme; scelga una menzione.</translation>
    </message>
    <message>
        <source>A mention in several pieces has no other occurrences; decide each one alone.</source>
        <translation>Una menzione in più parti non ha altre occorrenze; decida ciascuna da sola.</translation>
    </message>
    <message>
        <source>This letter is not open any more; open it again.</source>
        <translation>Questa lettera non è più aperta; la apra di nuovo.</translation>
    </message>
    <message>
        <source>{file} holds something already; choose a new folder, or one of this work.</source>
        <translation>{file} contiene già qualcosa; scelga una cartella nuova o una di questo lavoro.</translation>
    </message>
    <message>
        <source>{file} cannot be read; choose another folder or mend the file.</source>
        <translation>{file} non si può leggere; scelga un&apos;altra cartella o ripari il file.</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read, so the defaults are used; delete the file.</source>
        <translation>Le impostazioni in {file} non si possono leggere, quindi si usano quelle predefinite; cancelli il file.</translation>
    </message>
    <message>
        <source>There is not enough memory for this document; close other programs or split the file.</source>
        <translation>Non c&apos;è abbastanza memoria per questo documento; chiuda altri programmi o divida il file.</translation>
    </message>
    <message>
        <source>An internal error ({kind}{place}) stopped this document; report these words, not its text.</source>
        <translation>Un errore interno ({kind}{place}) ha fermato questo documento; comunichi queste parole, non il suo testo.</translation>
    </message>
    <message>
        <source>is a PDF without text, such as a scan; recognise its text first (OCR)</source>
        <translation>è un PDF senza testo, come una scansione; ne riconosca prima il testo (OCR)</translation>
    </message>
    <message>
        <source>is a PDF protected by a password; save it without one</source>
        <translation>è un PDF protetto da password; lo salvi senza</translation>
    </message>
    <message>
        <source>is no whole PDF; export it again</source>
        <translation>non è un PDF intero; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>is no PDF though its name says so; export it again</source>
        <translation>non è un PDF anche se il nome lo dice; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>holds too much text for one document; split it</source>
        <translation>contiene troppo testo per un documento; lo divida</translation>
    </message>
    <message>
        <source>is protected by a password or an old Word file; save it as .docx without a password</source>
        <translation>è protetto da password o è un vecchio file di Word; lo salvi come .docx senza password</translation>
    </message>
    <message>
        <source>is no whole Word document; open it in Word and save it again</source>
        <translation>non è un documento di Word intero; lo apra in Word e lo salvi di nuovo</translation>
    </message>
    <message>
        <source>is protected by a password; save it without one</source>
        <translation>è protetto da password; lo salvi senza</translation>
    </message>
    <message>
        <source>is no OpenDocument text; open it in a word processor and save it again</source>
        <translation>non è un testo OpenDocument; lo apra in un programma di scrittura e lo salvi di nuovo</translation>
    </message>
    <message>
        <source>holds no text document; save it as a text (.odt)</source>
        <translation>non contiene un documento di testo; lo salvi come testo (.odt)</translation>
    </message>
    <message>
        <source>is no RTF file though its name says so; save it as RTF or plain text</source>
        <translation>non è un file RTF anche se il nome lo dice; lo salvi come RTF o testo semplice</translation>
    </message>
    <message>
        <source>ends before its last brace, so that some of it is missing; export it again</source>
        <translation>finisce prima della sua ultima graffa, quindi ne manca una parte; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>is nested too deeply; open it in a word processor and save it again</source>
        <translation>è troppo annidato; lo apra in un programma di scrittura e lo salvi di nuovo</translation>
    </message>
    <message>
        <source>is an old Word file; save it as .docx</source>
        <translation>è un vecchio file di Word; lo salvi come .docx</translation>
    </message>
    <message>
        <source>is no Word file though its name says so; save it as .docx</source>
        <translation>non è un file di Word anche se il nome lo dice; lo salvi come .docx</translation>
    </message>
    <message>
        <source>is an HTML page that shows no text; export it again</source>
        <translation>è una pagina HTML che non mostra testo; la esporti di nuovo</translation>
    </message>
    <message>
        <source>is HTML that is nested too deeply or too large; save it in a simpler form</source>
        <translation>è HTML troppo annidato o troppo grande; lo salvi in una forma più semplice</translation>
    </message>
    <message>
        <source>is a CDA document without narrative text; export it with its sections&apos; texts</source>
        <translation>è un documento CDA senza testo narrativo; lo esporti con i testi delle sue sezioni</translation>
    </message>
    <message>
        <source>is XML without text; choose another file</source>
        <translation>è XML senza testo; scelga un altro file</translation>
    </message>
    <message>
        <source>is no whole XML file; export it again</source>
        <translation>non è un file XML intero; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>is no whole JSON (line {line}); export it again</source>
        <translation>non è un JSON intero (riga {line}); lo esporti di nuovo</translation>
    </message>
    <message>
        <source>is JSON but no FHIR resource; write letters as one JSON object a line (.jsonl)</source>
        <translation>è JSON ma non una risorsa FHIR; scriva le lettere come un oggetto JSON per riga (.jsonl)</translation>
    </message>
    <message>
        <source>is no JSON object; write one object a line, in UTF-8</source>
        <translation>non è un oggetto JSON; scriva un oggetto per riga, in UTF-8</translation>
    </message>
    <message>
        <source>is no HL7 v2 file: it has no MSH segment; export it again</source>
        <translation>non è un file HL7 v2: non ha il segmento MSH; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>holds no HL7 message with text (OBX or NTE); export its reports</source>
        <translation>non contiene messaggi HL7 con testo (OBX o NTE); ne esporti i referti</translation>
    </message>
    <message>
        <source>holds an attachment of the type {kind}, which cannot be read; export its text</source>
        <translation>contiene un allegato del tipo {kind}, che non si può leggere; ne esporti il testo</translation>
    </message>
    <message>
        <source>holds zero bytes, so it is no text</source>
        <translation>contiene byte nulli, quindi non è testo</translation>
    </message>
    <message>
        <source>is neither UTF-8 nor in another encoding that this program knows</source>
        <translation>non è in UTF-8 né in un&apos;altra codifica che questo programma conosca</translation>
    </message>
    <message>
        <source>is not valid UTF-8 at byte {byte}</source>
        <translation>non è UTF-8 valido al byte {byte}</translation>
    </message>
    <message>
        <source>is no whole {kind}; save it again</source>
        <translation>non è un {kind} intero; lo salvi di nuovo</translation>
    </message>
    <message>
        <source>is damaged inside; save it again</source>
        <translation>è danneggiato all&apos;interno; lo salvi di nuovo</translation>
    </message>
    <message>
        <source>would unpack to more than {size} MiB; split it</source>
        <translation>scompattato occuperebbe più di {size} MiB; lo divida</translation>
    </message>
    <message>
        <source>holds {files} files, more than {most}; split it</source>
        <translation>contiene {files} file, più di {most}; lo divida</translation>
    </message>
    <message>
        <source>is packed tighter than any document (a bomb); it was not unpacked</source>
        <translation>è più compresso di qualunque documento (una bomba); non è stato scompattato</translation>
    </message>
    <message>
        <source>holds no file that can be read; pack letters into it</source>
        <translation>non contiene file che si possano leggere; vi metta delle lettere</translation>
    </message>
    <message>
        <source>made the parser fail; open it in the program that wrote it and save it again</source>
        <translation>ha fatto fallire la lettura; lo apra nel programma che l&apos;ha scritto e lo salvi di nuovo</translation>
    </message>
    <message>
        <source>takes longer than {seconds} s to parse; save it in a simpler form</source>
        <translation>richiede più di {seconds} s per essere letto; lo salvi in una forma più semplice</translation>
    </message>
    <message>
        <source>needs too much memory to parse; split it or save it in a simpler form</source>
        <translation>richiede troppa memoria per essere letto; lo divida o lo salvi in una forma più semplice</translation>
    </message>
    <message>
        <source>Another batch is working in {file}; wait for its end, or choose another folder.</source>
        <translation>Un altro lotto sta lavorando in {file}; ne attenda la fine o scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>The input {input} lies inside {file}; choose another folder for the output.</source>
        <translation>L&apos;ingresso {input} si trova dentro {file}; scelga un&apos;altra cartella per il risultato.</translation>
    </message>
    <message>
        <source>{file} lies inside the input {input}; choose a folder outside it.</source>
        <translation>{file} si trova dentro l&apos;ingresso {input}; scelga una cartella al di fuori.</translation>
    </message>
    <message>
        <source>{file} cannot be made ({reason}); choose another folder.</source>
        <translation>Impossibile creare {file} ({reason}); scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}); choose another folder.</source>
        <translation>Impossibile scrivere {file} ({reason}); scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>{file} cannot be locked ({reason}), so two batches could write there at once; choose a folder on another disk.</source>
        <translation>Impossibile bloccare {file} ({reason}), perciò due lotti potrebbero scrivervi insieme; scelga una cartella su un altro disco.</translation>
    </message>
    <message>
        <source>The journal {file} cannot be used ({kind}): {reason}.</source>
        <translation>Impossibile usare il diario {file} ({kind}): {reason}.</translation>
    </message>
    <message>
        <source>The journal {file} was written by a newer program; go on with that one, or choose another folder.</source>
        <translation>Il diario {file} è stato scritto da un programma più nuovo; continui con quello o scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>The journal of this batch lies on the computer {computer}; go on there, or choose another folder.</source>
        <translation>Il diario di questo lotto si trova sul computer {computer}; continui lì o scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>{file} is no journal of a batch; choose another folder.</source>
        <translation>{file} non è il diario di un lotto; scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>{file} leads into the output folder; it was not read.</source>
        <translation>{file} porta nella cartella del risultato; non è stato letto.</translation>
    </message>
    <message>
        <source>{file} would be written to the same place as {other}; rename one of them.</source>
        <translation>{file} verrebbe scritto nello stesso posto di {other}; ne rinomini uno.</translation>
    </message>
    <message>
        <source>None of the documents in {file} was read, they would be written to the same place as {other}; rename one.</source>
        <translation>Nessun documento di {file} è stato letto: verrebbero scritti nello stesso posto di {other}; ne rinomini uno.</translation>
    </message>
    <message>
        <source>{file} {problem}; move it away, or let it be written over (--force).</source>
        <translation>{file} {problem}; lo sposti o lo lasci sovrascrivere (--force).</translation>
    </message>
    <message>
        <source>Its text holds half of a surrogate pair, which no file can hold.</source>
        <translation>Il suo testo contiene mezza coppia surrogata, che nessun file può contenere.</translation>
    </message>
    <message>
        <source>{file} cannot be written: its text holds half of a surrogate pair.</source>
        <translation>Impossibile scrivere {file}: il suo testo contiene mezza coppia surrogata.</translation>
    </message>
    <message>
        <source>There is no letter in {file}; choose a folder that holds some.</source>
        <translation>Non c&apos;è nessuna lettera in {file}; scelga una cartella che ne contenga.</translation>
    </message>
    <message>
        <source>The pack {pack} was replaced while the batch was running; start it again.</source>
        <translation>Il pacchetto {pack} è stato sostituito mentre il lotto lavorava; lo avvii di nuovo.</translation>
    </message>
    <message>
        <source>Fewer than two documents are reviewed; review some more.</source>
        <translation>Ci sono meno di due documenti rivisti; ne riveda altri.</translation>
    </message>
    <message>
        <source>Nothing in {file} is reviewed yet; open it in the window, review, and choose Precision and recall here, or put corrected brat files into its folder {folder}.</source>
        <translation>In {file} non c&apos;è ancora niente di rivisto; lo apra nella finestra, riveda e scelga Precisione e richiamo qui, o metta file brat corretti nella sua cartella {folder}.</translation>
    </message>
    <message>
        <source>{file} cannot be read; draw the set again.</source>
        <translation>Impossibile leggere {file}; estragga di nuovo l&apos;insieme.</translation>
    </message>
    <message>
        <source>{file} is not what was drawn; draw the set again.</source>
        <translation>{file} non è ciò che è stato estratto; estragga di nuovo l&apos;insieme.</translation>
    </message>
    <message>
        <source>{file} is of a newer version of this program; update the program.</source>
        <translation>{file} è di una versione più nuova di questo programma; aggiorni il programma.</translation>
    </message>
    <message>
        <source>{file}: the text of {name} is not the one that was drawn; review it again.</source>
        <translation>{file}: il testo di {name} non è quello estratto; lo riveda di nuovo.</translation>
    </message>
    <message>
        <source>Another window saves its corrections, so nothing was deleted; close it, then try again.</source>
        <translation>Un&apos;altra finestra salva le sue correzioni, perciò niente è stato eliminato; la chiuda e riprovi.</translation>
    </message>
    <message>
        <source>{file} cannot be removed ({reason}); remove it by hand.</source>
        <translation>Impossibile rimuovere {file} ({reason}); lo rimuova a mano.</translation>
    </message>
    <message>
        <source>There is nothing on the left to take; take the right one or neither.</source>
        <translation>A sinistra non c&apos;è niente da prendere; prenda quella di destra o nessuna.</translation>
    </message>
    <message>
        <source>There is nothing on the right to take; take the left one or neither.</source>
        <translation>A destra non c&apos;è niente da prendere; prenda quella di sinistra o nessuna.</translation>
    </message>
    <message>
        <source>{file} is an archive or a workbook; unpack it, or save its table as CSV.</source>
        <translation>{file} è un archivio o una cartella di lavoro; lo estragga o ne salvi la tabella come CSV.</translation>
    </message>
    <message>
        <source>{file} holds no name that can be used; give {expected}.</source>
        <translation>{file} non contiene nomi che si possano usare; scelga {expected}.</translation>
    </message>
    <message>
        <source>A list cannot be called {name}; choose a plain name.</source>
        <translation>Un elenco non può chiamarsi {name}; scelga un nome semplice.</translation>
    </message>
    <message>
        <source>{file} has no names of drugs in the language {language}; choose another language.</source>
        <translation>{file} non ha nomi di farmaci nella lingua {language}; scelga un&apos;altra lingua.</translation>
    </message>
    <message>
        <source>{file} is a list that this program made of letters; open the letters themselves.</source>
        <translation>{file} è un elenco che questo programma ha fatto di lettere; apra le lettere stesse.</translation>
    </message>
    <message>
        <source>was changed after this batch wrote it</source>
        <translation>è stato cambiato dopo che questo lotto lo ha scritto</translation>
    </message>
    <message>
        <source>exists already, and this batch did not write it</source>
        <translation>esiste già e non l&apos;ha scritto questo lotto</translation>
    </message>
    <message>
        <source>cannot be parsed: its process does not start; install the program again</source>
        <translation>non si può analizzare: il suo processo non parte; installi di nuovo il programma</translation>
    </message>
    <message>
        <source>declares XML entities, which are not read; export it without a document type</source>
        <translation>dichiara entità XML, che non vengono lette; lo esporti senza tipo di documento</translation>
    </message>
    <message>
        <source>refers to XML entities, which are not read; export it without a document type</source>
        <translation>rimanda a entità XML, che non vengono lette; lo esporti senza tipo di documento</translation>
    </message>
    <message>
        <source>has a line that is too long for a table; export it again</source>
        <translation>ha una riga troppo lunga per una tabella; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>has fewer cells than the table has columns; export it again</source>
        <translation>ha meno celle delle colonne della tabella; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>has more cells than the table has columns; put its text into quotation marks</source>
        <translation>ha più celle delle colonne della tabella; metta il suo testo fra virgolette</translation>
    </message>
    <message>
        <source>holds more than {number} documents; split it</source>
        <translation>contiene più di {number} documenti; lo divida</translation>
    </message>
    <message>
        <source>holds an attachment that is no whole base64; export it again</source>
        <translation>contiene un allegato che non è base64 completo; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>is JSON that is nested too deeply; export it again</source>
        <translation>è JSON annidato troppo in profondità; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>is XML that is nested too deeply or too large; export it again</source>
        <translation>è XML troppo profondo o troppo grande; lo esporti di nuovo</translation>
    </message>
    <message>
        <source>is a CDA document whose body lies in another file; open that file</source>
        <translation>è un documento CDA il cui corpo è in un altro file; apra quel file</translation>
    </message>
    <message>
        <source>is damaged or changes its encoding about line {line}; save it as UTF-8</source>
        <translation>è danneggiato o cambia codifica verso la riga {line}; lo salvi come UTF-8</translation>
    </message>
    <message>
        <source>is not in the character set that it names ({name}); export it as UTF-8</source>
        <translation>non è nel set di caratteri che indica ({name}); lo esporti come UTF-8</translation>
    </message>
    <message>
        <source>is packed tighter than any document (a bomb); it was read no further</source>
        <translation>è compresso più di qualsiasi documento (una bomba); non è stato letto oltre</translation>
    </message>
    <message>
        <source>is {kind} under the name of a text</source>
        <translation>è {kind} con il nome di un testo</translation>
    </message>
    <message>
        <source>lies more than {number} archives deep; unpack it</source>
        <translation>si trova oltre {number} archivi in profondità; lo estragga</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>&amp;Skip passages that a quick test finds empty</source>
        <translation>&amp;Salta i passaggi che un test rapido ritiene vuoti</translation>
    </message>
    <message>
        <source>Quicker; a few mentions are lost</source>
        <translation>Più veloce; qualche menzione va persa</translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>La lingua cambia al riavvio del programma.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Ricerca</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Calcolo</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Riservatezza</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>&amp;Ripristina</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Dimensione del testo</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Lingua del programma</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Size of te&amp;xt</source>
        <translation>Dimens&amp;ione del testo</translation>
    </message>
    <message>
        <source>&amp;Language of the program</source>
        <translation>&amp;Lingua del programma</translation>
    </message>
    <message>
        <source>As in the corpora (ENFERMEDAD, FARMACO)</source>
        <translation>Come nei corpora (ENFERMEDAD, FARMACO)</translation>
    </message>
    <message>
        <source>English (DISEASE, DRUG)</source>
        <translation>Inglese (DISEASE, DRUG)</translation>
    </message>
    <message>
        <source>Names of labels</source>
        <translation>Nomi delle etichette</translation>
    </message>
    <message>
        <source>Names that the model finds likely too</source>
        <translation>Nomi che anche il modello ritiene probabili</translation>
    </message>
    <message>
        <source>All names in the lists</source>
        <translation>Tutti i nomi degli elenchi</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Non usati</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>Elenchi di termini</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Consigliata</translation>
    </message>
    <message>
        <source>As in the ENIGMA publication (2024)</source>
        <translation>Come nella pubblicazione di ENIGMA (2024)</translation>
    </message>
    <message>
        <source>Tidying up of what the model finds</source>
        <translation>Ripulitura di ciò che trova il modello</translation>
    </message>
    <message>
        <source>Tidying &amp;up of what the model finds</source>
        <translation>Ri&amp;pulitura di ciò che trova il modello</translation>
    </message>
    <message>
        <source>&amp;Names of labels</source>
        <translation>&amp;Nomi delle etichette</translation>
    </message>
    <message>
        <source>&amp;Word lists</source>
        <translation>&amp;Elenchi di termini</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Scorciatoie da tastiera</translation>
    </message>
    <message>
        <source>Keys without Ctrl or F work while the text has the focus.</source>
        <translation>I tasti senza Ctrl o F funzionano quando il testo ha il fuoco.</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>Note: {text}</source>
        <translation>Nota: {text}</translation>
    </message>
    <message>
        <source>Score {score}</source>
        <translation>Punteggio {score}</translation>
    </message>
    <message>
        <source>Found by the model</source>
        <translation>Trovato dal modello</translation>
    </message>
    <message>
        <source>Found by the word list</source>
        <translation>Trovato dall&apos;elenco di termini</translation>
    </message>
    <message>
        <source>Marked by a person</source>
        <translation>Segnato da una persona</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Da un file</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Proposto</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confermato</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rifiutato</translation>
    </message>
    <message>
        <source>Possible miss</source>
        <translation>Possibile omissione</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Waiting</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>In analisi</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Analizzato</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Rivisto</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Interrotto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riuscito</translation>
    </message>
</context>
<context>
    <name>TaggingThread</name>
    <message>
        <source>Tagging is not possible because of an internal error ({kind}); report these words.</source>
        <translation>Non è possibile analizzare per un errore interno ({kind}); segnalare queste parole.</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the document</source>
        <translation>Testo del documento</translation>
    </message>
</context>
<context>
    <name>ThresholdSlider</name>
    <message>
        <source>Lowest score shown: %1</source>
        <translation>Punteggio minimo mostrato: %1</translation>
    </message>
    <message>
        <source>Reset the threshold: %1</source>
        <translation>Ripristina la soglia: %1</translation>
    </message>
    <message>
        <source>The model&apos;s own threshold is %1.</source>
        <translation>La soglia propria del modello è %1.</translation>
    </message>
    <message>
        <source>Precision and recall unknown</source>
        <translation>Precisione e richiamo sconosciuti</translation>
    </message>
    <message>
        <source>No letter with such candidates is open.</source>
        <translation>Nessuna lettera con tali candidati è aperta.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Estimate on other documents: precision %1, recall %2</source>
        <translation>Stima su altri documenti: precisione %1, richiamo %2</translation>
    </message>
    <message>
        <source>This rests on what the maker of the model measured on documents that it had not learned from.</source>
        <translation>Si basa su ciò che l&apos;autore del modello ha misurato su documenti da cui il modello non aveva imparato.</translation>
    </message>
    <message>
        <source>This starts from what the maker measured at the model&apos;s own threshold, on documents that it had not learned from, and goes on by the scores of the candidates in the open letters.</source>
        <translation>Parte da ciò che l&apos;autore ha misurato alla soglia propria del modello, su documenti da cui non aveva imparato, e prosegue con i punteggi dei candidati nelle lettere aperte.</translation>
    </message>
    <message>
        <source>This rests on the scores of the candidates in the open letters alone, so it moves when letters are opened or closed; what the model overlooked is left out, so the true recall is lower.</source>
        <translation>Si basa solo sui punteggi dei candidati nelle lettere aperte, quindi cambia quando si aprono o chiudono lettere; ciò che il modello non ha visto non conta, perciò il richiamo reale è più basso.</translation>
    </message>
    <message>
        <source>Your decisions do not count in it: it says nothing about this letter.</source>
        <translation>Le Sue decisioni non contano: non dice nulla di questa lettera.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>S&amp;kip the tour</source>
        <translation>Sal&amp;ta il giro</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Indietro</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Passo {number} di {all}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fine</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Avanti</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Precision and recall here</source>
        <translation>Precisione e richiamo qui</translation>
    </message>
    <message>
        <source>{reviewed} of {drawn} drawn documents are reviewed. They stand for {documents} documents.</source>
        <translation>{reviewed} dei {drawn} documenti estratti sono rivisti. Rappresentano {documents} documenti.</translation>
    </message>
    <message>
        <source>Model pack {pack} {version}, SHA-256 {sha256}</source>
        <translation>Pacchetto di modello {pack} {version}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisione</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>richiamo</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>corrette</translation>
    </message>
    <message>
        <source>found</source>
        <translation>trovate</translation>
    </message>
    <message>
        <source>there</source>
        <translation>presenti</translation>
    </message>
    <message>
        <source>stratum</source>
        <translation>strato</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documenti</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>estratti</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>rivisti</translation>
    </message>
    <message>
        <source>no mention</source>
        <translation>nessuna menzione</translation>
    </message>
    <message>
        <source>few mentions</source>
        <translation>poche menzioni</translation>
    </message>
    <message>
        <source>many mentions</source>
        <translation>molte menzioni</translation>
    </message>
    <message>
        <source>all surer</source>
        <translation>tutte più sicure</translation>
    </message>
    <message>
        <source>some less sure</source>
        <translation>alcune meno sicure</translation>
    </message>
    <message>
        <source>unknown language</source>
        <translation>lingua sconosciuta</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tutte</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metodo</translation>
    </message>
    <message>
        <source>Documents were drawn at random within strata (language, number of mentions, least sure score). Precision, recall and F1 are combined ratio estimates (Cochran 1977, 6.11); the 95 % intervals are the wider of Wilson&apos;s for the effective number of mentions (Korn and Graubard 1998) and Hall&apos;s (1992). A mention is right where label, start and end are.</source>
        <translation>I documenti sono stati estratti a caso entro strati (lingua, numero di menzioni, punteggio meno sicuro). Precisione, richiamo e F1 sono stimatori di rapporto combinati (Cochran 1977, 6.11); gli intervalli al 95 % sono i più ampi fra quelli di Wilson per il numero efficace di menzioni (Korn e Graubard 1998) e quelli di Hall (1992). Una menzione è corretta se lo sono etichetta, inizio e fine.</translation>
    </message>
    <message>
        <source>Whoever reviews sees the suggestions, so mentions that nobody suggested are overlooked more easily: recall may be lower than shown. Where a few letters hold most of the errors, fifty letters say little; review two hundred.</source>
        <translation>Chi rivede vede le proposte, perciò le menzioni che nessuno ha proposto sfuggono più facilmente: il richiamo può essere minore di quello indicato. Dove poche lettere contengono la maggior parte degli errori, cinquanta lettere dicono poco; ne riveda duecento.</translation>
    </message>
    <message>
        <source>Mentions of {label} in letters of the language {language} do not count, as no pack looks for them there: {number}.</source>
        <translation>Menzioni di {label} in lettere della lingua {language} che non contano, perché nessun pacchetto le cerca lì: {number}.</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Precision and recall here</source>
        <translation>Precisione e richiamo qui</translation>
    </message>
</context>
<context>
    <name>Trusting</name>
    <message>
        <source>No set for review is open; draw one with “cardioner sample”, open its folder and review its documents.</source>
        <translation>Nessun campione da rivedere è aperto; ne estragga uno con «cardioner sample», apra la sua cartella e riveda i suoi documenti.</translation>
    </message>
</context>
<context>
    <name>UnsignedSwitch</name>
    <message>
        <source>Allow models that no trusted key &amp;signed</source>
        <translation>Consentire modelli non firmati con una chiave &amp;sicura</translation>
    </message>
    <message>
        <source>Nobody says where such a model comes from, nor that it was not changed on the way</source>
        <translation>Nessuno garantisce da dove viene un modello così né che non sia cambiato per strada</translation>
    </message>
</context>
<context>
    <name>UpdatesPanel</name>
    <message>
        <source>CardioNER asks no network for updates. New models and new versions of the program come on a stick or in a folder. Choose it: what is on it is checked, and nothing is changed until you say so.</source>
        <translation>CardioNER non cerca aggiornamenti in rete. I nuovi modelli e le nuove versioni del programma arrivano su una chiavetta USB o in una cartella. La scelga: il contenuto viene verificato e nulla cambia finché non lo dice lei.</translation>
    </message>
    <message>
        <source>&amp;Look on a stick or in a folder…</source>
        <translation>&amp;Cerca su una chiavetta o in una cartella…</translation>
    </message>
    <message>
        <source>Updates that were found</source>
        <translation>Aggiornamenti trovati</translation>
    </message>
    <message>
        <source>&amp;Install this model</source>
        <translation>&amp;Installa questo modello</translation>
    </message>
    <message>
        <source>&amp;Copy the command</source>
        <translation>Co&amp;pia il comando</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verifica in corso…</translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation>Cerca aggiornamenti</translation>
    </message>
    <message>
        <source>There is no model and no version of CardioNER here; choose another folder.</source>
        <translation>Qui non c&apos;è alcun modello né alcuna versione di CardioNER; scelga un&apos;altra cartella.</translation>
    </message>
    <message>
        <source>The program: CardioNER {version}</source>
        <translation>Il programma: CardioNER {version}</translation>
    </message>
    <message>
        <source>Model for {language}: {name} {version}</source>
        <translation>Modello per {language}: {name} {version}</translation>
    </message>
    <message>
        <source>{name}: cannot be used</source>
        <translation>{name}: non utilizzabile</translation>
    </message>
    <message>
        <source>It is as it was released. {signer}.</source>
        <translation>È come è stata pubblicata. {signer}.</translation>
    </message>
    <message>
        <source>It is older than yours, {version}.</source>
        <translation>È più vecchia della sua, {version}.</translation>
    </message>
    <message>
        <source>You have this version already.</source>
        <translation>Ha già questa versione.</translation>
    </message>
    <message>
        <source>To install it, copy this command, close CardioNER, open a terminal and paste it there: {command}</source>
        <translation>Per installarla, copi questo comando, chiuda CardioNER, apra un terminale e lo incolli lì: {command}</translation>
    </message>
    <message>
        <source>An administrator of this computer installs it: close CardioNER and run {command}</source>
        <translation>La installa un amministratore di questo computer: chiuda CardioNER ed esegua {command}</translation>
    </message>
    <message>
        <source>To install it, close CardioNER and start {file}</source>
        <translation>Per installarla, chiuda CardioNER e avvii {file}</translation>
    </message>
    <message>
        <source>To install it, close CardioNER, open {file} and drag CardioNER to Applications.</source>
        <translation>Per installarla, chiuda CardioNER, apra {file} e trascini CardioNER in Applicazioni.</translation>
    </message>
    <message>
        <source>This CardioNER was not installed from a package, so none takes its place: {file}</source>
        <translation>Questo CardioNER non è stato installato da un pacchetto, quindi nessuno ne prende il posto: {file}</translation>
    </message>
</context>
<context>
    <name>_View</name>
    <message>
        <source>Documents</source>
        <translation>Documenti</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copia</translation>
    </message>
</context>
</TS>
