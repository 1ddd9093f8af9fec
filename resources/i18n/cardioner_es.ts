<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About CardioNER Desktop</source>
        <translation>Acerca de CardioNER Desktop</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programa</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licencias</translation>
    </message>
    <message>
        <source>Version {version}, Qt {qt}</source>
        <translation>Versión {version}, Qt {qt}</translation>
    </message>
    <message>
        <source>Finds diseases and drugs in Spanish, English and Italian clinical letters.</source>
        <translation>Encuentra enfermedades y fármacos en informes clínicos en español, inglés e italiano.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Intended use.&lt;/b&gt; An aid for research and documentation. It is not a medical device: it misses mentions and marks wrong ones, so a person has to check what it finds, and it must not decide about the care of a patient.</source>
        <translation>&lt;b&gt;Uso previsto.&lt;/b&gt; Ayuda para la investigación y la documentación. No es un producto sanitario: omite menciones y señala otras erróneas, por lo que una persona debe comprobar lo que encuentra, y no debe decidir sobre la atención de ningún paciente.</translation>
    </message>
    <message>
        <source>&lt;b&gt;What it learned from.&lt;/b&gt; Published case reports. It was not validated on letters of a hospital, where it may find less.</source>
        <translation>&lt;b&gt;Con qué aprendió.&lt;/b&gt; Casos clínicos publicados. No se ha validado con informes hospitalarios, en los que puede encontrar menos.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Privacy.&lt;/b&gt; Everything happens on this computer. The program makes no network connection.</source>
        <translation>&lt;b&gt;Privacidad.&lt;/b&gt; Todo ocurre en este equipo. El programa no se conecta a ninguna red.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Licence.&lt;/b&gt; CardioNER Desktop is free software under the Apache License 2.0. Qt and Qt for Python are used under the LGPL 3. The next page names all parts and the models.</source>
        <translation>&lt;b&gt;Licencia.&lt;/b&gt; CardioNER Desktop es software libre con licencia Apache 2.0. Qt y Qt for Python se usan con licencia LGPL 3. La página siguiente enumera todos los componentes y los modelos.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Abrir archivos…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>&amp;Tag and export a folder…</source>
        <translation>Anali&amp;zar y exportar una carpeta…</translation>
    </message>
    <message>
        <source>Open letters: text, Word, PDF and more</source>
        <translation>Abrir informes: texto, Word, PDF y otros</translation>
    </message>
    <message>
        <source>Open all letters of a folder</source>
        <translation>Abrir todos los informes de una carpeta</translation>
    </message>
    <message>
        <source>Tag all letters of a folder and write them into another one</source>
        <translation>Analizar todos los informes de una carpeta y guardarlos en otra</translation>
    </message>
    <message>
        <source>&amp;Compare annotations…</source>
        <translation>&amp;Comparar anotaciones…</translation>
    </message>
    <message>
        <source>Set two brat folders side by side, see where they differ, and decide between them</source>
        <translation>Poner dos carpetas brat una junto a otra, ver en qué difieren y decidir entre ellas</translation>
    </message>
    <message>
        <source>Precision and recall &amp;here…</source>
        <translation>Precisión y exhaustividad a&amp;quí…</translation>
    </message>
    <message>
        <source>What the review of a drawn set says of the whole archive</source>
        <translation>Lo que la revisión de una muestra dice de todo el archivo</translation>
    </message>
    <message>
        <source>Try the e&amp;xample letters</source>
        <translation>&amp;Probar los informes de ejemplo</translation>
    </message>
    <message>
        <source>Open invented letters in three languages</source>
        <translation>Abrir informes inventados en tres idiomas</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Write tagged documents as brat files, tables, JSON, Excel or HTML pages</source>
        <translation>Escribir los documentos etiquetados como archivos brat, tablas, JSON, Excel o páginas HTML</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>&amp;Next document</source>
        <translation>Documento &amp;siguiente</translation>
    </message>
    <message>
        <source>Go to the next document</source>
        <translation>Ir al documento siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous document</source>
        <translation>Documento &amp;anterior</translation>
    </message>
    <message>
        <source>Go to the document before</source>
        <translation>Ir al documento anterior</translation>
    </message>
    <message>
        <source>Next m&amp;ention</source>
        <translation>&amp;Mención siguiente</translation>
    </message>
    <message>
        <source>Go to the next mention</source>
        <translation>Ir a la mención siguiente</translation>
    </message>
    <message>
        <source>Previous men&amp;tion</source>
        <translation>Men&amp;ción anterior</translation>
    </message>
    <message>
        <source>Go to the mention before</source>
        <translation>Ir a la mención anterior</translation>
    </message>
    <message>
        <source>&amp;Language…</source>
        <translation>&amp;Idioma…</translation>
    </message>
    <message>
        <source>Choose the language of the document</source>
        <translation>Elegir el idioma del documento</translation>
    </message>
    <message>
        <source>Tag a&amp;gain</source>
        <translation>Analizar de &amp;nuevo</translation>
    </message>
    <message>
        <source>Tag the selected documents again</source>
        <translation>Analizar de nuevo los documentos seleccionados</translation>
    </message>
    <message>
        <source>Tag &amp;failed documents again</source>
        <translation>Analizar de nuevo los &amp;fallidos</translation>
    </message>
    <message>
        <source>Tag again whatever failed or was stopped</source>
        <translation>Analizar de nuevo lo que falló o se detuvo</translation>
    </message>
    <message>
        <source>&amp;Search documents</source>
        <translation>&amp;Buscar documentos</translation>
    </message>
    <message>
        <source>Search in the list of documents</source>
        <translation>Buscar en la lista de documentos</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Buscar…</translation>
    </message>
    <message>
        <source>Find words in the letter</source>
        <translation>Buscar palabras en el informe</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Buscar &amp;siguiente</translation>
    </message>
    <message>
        <source>Go to the next place that was found</source>
        <translation>Ir al siguiente lugar encontrado</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Buscar &amp;anterior</translation>
    </message>
    <message>
        <source>Go to the place before that was found</source>
        <translation>Ir al anterior lugar encontrado</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stop tagging; what is done stays</source>
        <translation>Detener el análisis; lo ya hecho se conserva</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>Take the selected documents out of the list; files stay</source>
        <translation>Quitar de la lista los documentos seleccionados; los archivos se conservan</translation>
    </message>
    <message>
        <source>Show or hide the highlights of one label, whose key has the same number</source>
        <translation>Mostrar u ocultar el resaltado de una etiqueta, cuya tecla tiene el mismo número</translation>
    </message>
    <message>
        <source>Show &amp;rejected mentions</source>
        <translation>Mostrar las menciones &amp;rechazadas</translation>
    </message>
    <message>
        <source>Show rejected mentions struck through, or leave them out of the text</source>
        <translation>Mostrar tachadas las menciones rechazadas u omitirlas del texto</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Make the text larger</source>
        <translation>Aumentar el texto</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>Make the text smaller</source>
        <translation>Reducir el texto</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Tamaño &amp;normal</translation>
    </message>
    <message>
        <source>Give the text its normal size</source>
        <translation>Devolver al texto su tamaño normal</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>Área &amp;siguiente</translation>
    </message>
    <message>
        <source>Go to the next area of the window</source>
        <translation>Ir al área siguiente de la ventana</translation>
    </message>
    <message>
        <source>Previous a&amp;rea</source>
        <translation>Ár&amp;ea anterior</translation>
    </message>
    <message>
        <source>Go to the area before</source>
        <translation>Ir al área anterior</translation>
    </message>
    <message>
        <source>&amp;Dismiss the message</source>
        <translation>&amp;Descartar el mensaje</translation>
    </message>
    <message>
        <source>Dismiss the message at the top</source>
        <translation>Descartar el mensaje de arriba</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Configuración…</translation>
    </message>
    <message>
        <source>Choose how the program looks and works</source>
        <translation>Elegir el aspecto y el funcionamiento del programa</translation>
    </message>
    <message>
        <source>&amp;Models and word lists…</source>
        <translation>&amp;Modelos y listas de términos…</translation>
    </message>
    <message>
        <source>Show, check, add and remove models and lists of names</source>
        <translation>Ver, comprobar, añadir y quitar modelos y listas de nombres</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Recorrido por la ventana</translation>
    </message>
    <message>
        <source>Show where everything is, in three steps</source>
        <translation>Mostrar dónde está todo, en tres pasos</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Mostrar todos los atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About CardioNER</source>
        <translation>A&amp;cerca de CardioNER</translation>
    </message>
    <message>
        <source>What this program is, and is not</source>
        <translation>Qué es este programa y qué no es</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Documento</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisión</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>How agreement is counted</source>
        <translation>Cómo se cuenta la concordancia</translation>
    </message>
    <message>
        <source>Letters without a mention on the left do not count, as in the scorer of MultiCardioNER.</source>
        <translation>Los informes sin menciones a la izquierda no cuentan, como en el evaluador de MultiCardioNER.</translation>
    </message>
    <message>
        <source>Only letters marked on the left</source>
        <translation>Solo informes marcados a la izquierda</translation>
    </message>
    <message>
        <source>Every letter counts, also those without mentions.</source>
        <translation>Cuentan todos los informes, también los que no tienen menciones.</translation>
    </message>
    <message>
        <source>All letters</source>
        <translation>Todos los informes</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <translation>Concordancia por etiqueta</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordancia</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>Mentions of %1</source>
        <translation>Menciones de %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
</context>
<context>
    <name>ArrangeButton</name>
    <message>
        <source>Sort and filter</source>
        <translation>Ordenar y filtrar</translation>
    </message>
    <message>
        <source>Sort and filter the documents</source>
        <translation>Ordenar y filtrar los documentos</translation>
    </message>
    <message>
        <source>&amp;Reverse order</source>
        <translation>Orden &amp;inverso</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Mostrar &amp;todos</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Solo: %1</translation>
    </message>
    <message>
        <source>Search in what was &amp;found too</source>
        <translation>Buscar también en lo &amp;encontrado</translation>
    </message>
    <message>
        <source>Sort by order of &amp;opening</source>
        <translation>Ordenar por orden de &amp;apertura</translation>
    </message>
    <message>
        <source>Sort by &amp;name</source>
        <translation>Ordenar por &amp;nombre</translation>
    </message>
    <message>
        <source>Sort by &amp;state</source>
        <translation>Ordenar por e&amp;stado</translation>
    </message>
    <message>
        <source>Sort by number of &amp;mentions</source>
        <translation>Ordenar por número de &amp;menciones</translation>
    </message>
    <message>
        <source>Sort by &amp;date of the file</source>
        <translation>Ordenar por &amp;fecha del archivo</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conservar</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>An internal error ({kind}) stopped this; report these words.</source>
        <translation>Un error interno ({kind}) ha detenido esta tarea; comunique estas palabras.</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Tag and export a folder</source>
        <translation>Analizar y exportar una carpeta</translation>
    </message>
    <message>
        <source>One folder at a time: drop the next one when this one is done.</source>
        <translation>Una carpeta cada vez: suelte la siguiente cuando termine esta.</translation>
    </message>
    <message>
        <source>Progress of tagging</source>
        <translation>Progreso del análisis</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to be written exist there already; the first is %1.</source>
        <translation>
            <numerusform>%n archivo que se va a guardar ya existe allí; el primero es %1.</numerusform>
            <numerusform>%n archivos que se van a guardar ya existen allí; el primero es %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace them and start</source>
        <translation>&amp;Reemplazarlos e iniciar</translation>
    </message>
    <message>
        <source>There is an export of letters in this folder already.</source>
        <translation>En esta carpeta ya hay una exportación de informes.</translation>
    </message>
    <message>
        <source>Write &amp;beside it</source>
        <translation>Guardar &amp;junto a ella</translation>
    </message>
    <message numerus="yes">
        <source>A person has reviewed %n letter(s) of this folder.</source>
        <translation>
            <numerusform>Una persona ha revisado %n informe de esta carpeta.</numerusform>
            <numerusform>Una persona ha revisado %n informes de esta carpeta.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take a new folder</source>
        <translation>Usar una carpeta &amp;nueva</translation>
    </message>
    <message>
        <source>Letters done there: {done}, failed: {failed}. Go on with what is left, new, changed or failed.</source>
        <translation>Informes hechos allí: {done}, fallidos: {failed}. Se sigue con lo que queda, es nuevo, ha cambiado o falló.</translation>
    </message>
    <message>
        <source>Letters done there: {done}, failed: {failed}, with other models, settings, thresholds or another format. All of them would be done again.</source>
        <translation>Informes hechos allí: {done}, fallidos: {failed}, con otros modelos, ajustes, umbrales u otro formato. Se harían todos de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Se&amp;guir</translation>
    </message>
    <message>
        <source>&amp;Do all again</source>
        <translation>&amp;Hacerlos todos de nuevo</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Stopped; what was written stays.</source>
        <translation>Detenido; lo ya guardado se conserva.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) failed; the list says why.</source>
        <translation>
            <numerusform>%n documento ha fallado; la lista dice por qué.</numerusform>
            <numerusform>%n documentos han fallado; la lista dice por qué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is tagged and exported.</source>
        <translation>Todo está analizado y exportado.</translation>
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
        <translation>Carpeta del resultado</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder for the result</source>
        <translation>Elegir la carpeta del resultado</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Letters from:</source>
        <translation>Informes de:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Write into:</source>
        <translation>&amp;Guardar en:</translation>
    </message>
</context>
<context>
    <name>BatchSummary</name>
    <message>
        <source>Letters that failed</source>
        <translation>Informes fallidos</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Abrir la carpeta</translation>
    </message>
    <message>
        <source>Summary &amp;page</source>
        <translation>&amp;Página de resumen</translation>
    </message>
    <message>
        <source>Figures and plots of all letters, in the browser</source>
        <translation>Cifras y gráficos de todos los informes, en el navegador</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of %1 tagged and written to %2.</source>
        <translation>
            <numerusform>%n documento de %1 analizado y guardado en %2.</numerusform>
            <numerusform>%n documentos de %1 analizados y guardados en %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoundsCommands</name>
    <message>
        <source>There is no other word there in this sentence; drag the edge instead.</source>
        <translation>No hay otra palabra ahí en esta frase; arrastre el borde en su lugar.</translation>
    </message>
    <message>
        <source>The line goes no further there; drag the edge to go beyond it.</source>
        <translation>La línea no sigue por ahí; arrastre el borde para pasar de ella.</translation>
    </message>
    <message>
        <source>A mention keeps at least one character; reject or delete it instead.</source>
        <translation>Una mención conserva al menos un carácter; rechácela o elimínela.</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare annotations</source>
        <translation>Comparar anotaciones</translation>
    </message>
    <message>
        <source>Two brat folders of the same letters: those of two people, or of one and the gold standard. The second is scored against the first.</source>
        <translation>Dos carpetas brat de los mismos informes: las de dos personas, o la de una y el patrón de referencia. La segunda se evalúa frente a la primera.</translation>
    </message>
    <message>
        <source>Take the &amp;open letters as the second</source>
        <translation>Tomar como segunda los informes &amp;abiertos</translation>
    </message>
    <message>
        <source>&amp;First folder:</source>
        <translation>&amp;Primera carpeta:</translation>
    </message>
    <message>
        <source>First folder</source>
        <translation>Primera carpeta</translation>
    </message>
    <message>
        <source>&amp;Second folder:</source>
        <translation>&amp;Segunda carpeta:</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>Segunda carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Folder with brat annotations</source>
        <translation>Carpeta con anotaciones brat</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>Text with the mentions of both sides</source>
        <translation>Texto con las menciones de ambos lados</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>%1 and %2 compared</source>
        <translation>%1 y %2 comparadas</translation>
    </message>
    <message>
        <source>Folder for the result: a new one, or one of this work</source>
        <translation>Carpeta del resultado: una nueva o una de este trabajo</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) written to %1.</source>
        <translation>
            <numerusform>%n informe guardado en %1.</numerusform>
            <numerusform>%n informes guardados en %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) with open differences left out.</source>
        <translation>
            <numerusform>%n informe con diferencias abiertas omitido.</numerusform>
            <numerusform>%n informes con diferencias abiertas omitidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>only in %1</source>
        <translation>solo en %1</translation>
    </message>
    <message>
        <source>with two different texts</source>
        <translation>con dos textos distintos</translation>
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
        <translation>Informes no comparados: %1.</translation>
    </message>
</context>
<context>
    <name>ComputerPanel</name>
    <message>
        <source>Looking at this computer…</source>
        <translation>Examinando este equipo…</translation>
    </message>
    <message>
        <source>What is found does not depend on the number of threads.</source>
        <translation>Lo que se encuentra no depende del número de hilos.</translation>
    </message>
    <message numerus="yes">
        <source>%n processor core(s) can be used: {processor}.</source>
        <translation>
            <numerusform>Se puede usar %n núcleo del procesador: {processor}.</numerusform>
            <numerusform>Se pueden usar %n núcleos del procesador: {processor}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory: {size}; one language needs less than 500 MB.</source>
        <translation>Memoria: {size}; un idioma necesita menos de 500 MB.</translation>
    </message>
    <message numerus="yes">
        <source>%n CUDA graphics card(s) can be used; large batches go there.</source>
        <translation>
            <numerusform>Se puede usar %n tarjeta gráfica CUDA; los lotes grandes van a ella.</numerusform>
            <numerusform>Se pueden usar %n tarjetas gráficas CUDA; los lotes grandes van a ellas.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no CUDA graphics card; the processor does the work.</source>
        <translation>No hay tarjeta gráfica CUDA; trabaja el procesador.</translation>
    </message>
    <message>
        <source>The processor has instructions made for such models ({names}): the fastest kind.</source>
        <translation>El procesador tiene instrucciones hechas para estos modelos ({names}): el tipo más rápido.</translation>
    </message>
    <message>
        <source>The processor has wide instructions ({names}): fast.</source>
        <translation>El procesador tiene instrucciones anchas ({names}): rápido.</translation>
    </message>
    <message>
        <source>The processor has none of the instructions that make models fast; letters take longer.</source>
        <translation>El procesador no tiene ninguna de las instrucciones que aceleran los modelos; los informes tardan más.</translation>
    </message>
</context>
<context>
    <name>ComputingForm</name>
    <message>
        <source>Chosen by the model</source>
        <translation>Lo elige el modelo</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Hilos del procesador</translation>
    </message>
    <message>
        <source>Fewer threads leave more of the computer to other programs</source>
        <translation>Con menos hilos queda más equipo para otros programas</translation>
    </message>
    <message>
        <source>En&amp;gine</source>
        <translation>&amp;Motor</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>This computer has no CUDA graphics card</source>
        <translation>Este equipo no tiene tarjeta gráfica CUDA</translation>
    </message>
</context>
<context>
    <name>Customising</name>
    <message>
        <source>Your documents</source>
        <translation>Sus documentos</translation>
    </message>
    <message>
        <source>Each one shows its language and how much was found. The one you open is tagged first.</source>
        <translation>Cada uno muestra su idioma y cuánto se ha encontrado. El que abra se analiza primero.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>El texto</translation>
    </message>
    <message>
        <source>Diseases and drugs are marked; the model misses some and marks wrong ones. Click into the text: {next} goes to the next one to decide, {accept} accepts it, {reject} rejects it, {undo} takes that back. {all} shows all keys.</source>
        <translation>Las enfermedades y los fármacos están marcados; el modelo omite algunos y marca otros erróneos. Haga clic en el texto: {next} va al siguiente por decidir, {accept} lo acepta, {reject} lo rechaza, {undo} lo deshace. {all} muestra todas las teclas.</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>La exportación</translation>
    </message>
    <message>
        <source>When you have finished, write everything into a folder of your choice.</source>
        <translation>Cuando termine, guarde todo en la carpeta que elija.</translation>
    </message>
    <message>
        <source>The change holds for what is tagged from now on; tag open documents again to see it there.</source>
        <translation>El cambio vale para lo que se analice a partir de ahora; analice de nuevo los documentos abiertos para verlo en ellos.</translation>
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
        <translation>Ambas</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>To decide between the two, choose a folder for the result.</source>
        <translation>Para decidir entre ambas, elija una carpeta para el resultado.</translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation>Elegir una &amp;carpeta…</translation>
    </message>
    <message>
        <source>Take:</source>
        <translation>Tomar:</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Open again  (%1)</source>
        <translation>Abierta de nuevo  (%1)</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abierta de nuevo</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Retirar la decisión</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decidida por</translation>
    </message>
    <message>
        <source>Decided by:</source>
        <translation>Decide:</translation>
    </message>
    <message>
        <source>Differences decided</source>
        <translation>Diferencias decididas</translation>
    </message>
    <message>
        <source>&amp;Write the result</source>
        <translation>&amp;Guardar el resultado</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 de %2 decididas</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Letter</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mención</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidida</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Decidida por %1</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Kind of difference</source>
        <translation>Tipo de diferencia</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>F8 goes to the next difference, Shift+F8 to the one before</source>
        <translation>F8 va a la diferencia siguiente, Mayús+F8 a la anterior</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Differences  %1</source>
        <translation>Diferencias  %1</translation>
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
        <translation>Otros límites</translation>
    </message>
    <message>
        <source>Other label</source>
        <translation>Otra etiqueta</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambas</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Ninguna</translation>
    </message>
</context>
<context>
    <name>DiskWatch</name>
    <message>
        <source>The file of this document is not there any more; what was opened stays here and can be exported.</source>
        <translation>El archivo de este documento ya no está; lo que se abrió sigue aquí y se puede exportar.</translation>
    </message>
    <message>
        <source>The file of this document has changed on disk; read it again, or keep the text as it was opened?</source>
        <translation>El archivo de este documento ha cambiado en el disco; ¿leerlo de nuevo o conservar el texto como se abrió?</translation>
    </message>
    <message>
        <source>&amp;Read it again</source>
        <translation>&amp;Leerlo de nuevo</translation>
    </message>
    <message>
        <source>&amp;Keep this text</source>
        <translation>&amp;Conservar este texto</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Language of the document</source>
        <translation>Idioma del documento</translation>
    </message>
    <message>
        <source>Language of the document; another choice tags it again (Ctrl+L)</source>
        <translation>Idioma del documento; otra elección lo analiza de nuevo (Ctrl+L)</translation>
    </message>
    <message>
        <source>This document holds no text, so there is nothing to find in it.</source>
        <translation>Este documento no contiene texto, así que no hay nada que encontrar.</translation>
    </message>
    <message>
        <source>Nothing was found in this document.</source>
        <translation>No se ha encontrado nada en este documento.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: {language}</source>
        <translation>Automático: {language}</translation>
    </message>
    <message>
        <source>Not looked for in this language ({language}): {labels}</source>
        <translation>En este idioma ({language}) no se buscan: {labels}</translation>
    </message>
</context>
<context>
    <name>DocumentPanel</name>
    <message>
        <source>Search names, mentions</source>
        <translation>Nombres y menciones</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>Buscar nombres</translation>
    </message>
    <message>
        <source>Searches the names and states of the documents.</source>
        <translation>Busca en los nombres y estados de los documentos.</translation>
    </message>
    <message>
        <source>Searches names and states of the documents and the mentions found in them, not all the text.</source>
        <translation>Busca en los nombres y estados de los documentos y en las menciones encontradas, no en todo el texto.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n document(s)</source>
        <translation>
            <numerusform>%1 de %n documento</numerusform>
            <numerusform>%1 de %n documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n documento</numerusform>
            <numerusform>%n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>No document matches the search.</source>
        <translation>Ningún documento coincide con la búsqueda.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
</context>
<context>
    <name>Dragging</name>
    <message>
        <source>Only documents that are tagged can be dragged out; wait until they are.</source>
        <translation>Solo se pueden arrastrar documentos ya analizados; espere a que lo estén.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>%1, in %n place(s)</source>
        <translation>
            <numerusform>%1, en %n lugar</numerusform>
            <numerusform>%1, en %n lugares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n sure mention(s)</source>
        <translation>
            <numerusform>aceptar %n mención segura</numerusform>
            <numerusform>aceptar %n menciones seguras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n mention(s))</source>
        <translation>
            <numerusform>%1 (%n mención)</numerusform>
            <numerusform>%1 (%n menciones)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of “%1” accepted, and it counts as reviewed; %3 takes that back.</source>
        <translation>
            <numerusform>%n mención de «%1» aceptada, y queda como revisado; %3 lo deshace.</numerusform>
            <numerusform>%n menciones de «%1» aceptadas, y queda como revisado; %3 lo deshace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sure mention(s) of “%1” accepted; %3 takes that back.</source>
        <translation>
            <numerusform>%n mención segura de «%1» aceptada; %3 lo deshace.</numerusform>
            <numerusform>%n menciones seguras de «%1» aceptadas; %3 lo deshace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sure mention(s) accepted (documents: %1); %3 takes that back.</source>
        <translation>
            <numerusform>%n mención segura aceptada (documentos: %1); %3 lo deshace.</numerusform>
            <numerusform>%n menciones seguras aceptadas (documentos: %1); %3 lo deshace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: “%4”, at %n place(s) in “%1”; %3 takes that back.</source>
        <translation>
            <numerusform>%2: «%4», en %n lugar de «%1»; %3 lo deshace.</numerusform>
            <numerusform>%2: «%4», en %n lugares de «%1»; %3 lo deshace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: “%4”, at %n place(s) (documents: %1); %3 takes that back.</source>
        <translation>
            <numerusform>%2: «%4», en %n lugar (documentos: %1); %3 lo deshace.</numerusform>
            <numerusform>%2: «%4», en %n lugares (documentos: %1); %3 lo deshace.</numerusform>
        </translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aceptar</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>rechazar</translation>
    </message>
    <message>
        <source>take the decision back</source>
        <translation>retirar la decisión</translation>
    </message>
    <message>
        <source>label as %1</source>
        <translation>etiquetar como %1</translation>
    </message>
    <message>
        <source>change the bounds</source>
        <translation>cambiar los límites</translation>
    </message>
    <message>
        <source>split a mention</source>
        <translation>dividir una mención</translation>
    </message>
    <message>
        <source>add as %1</source>
        <translation>añadir como %1</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>eliminar</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>escribir una nota</translation>
    </message>
    <message>
        <source>mark as reviewed</source>
        <translation>marcar como revisado</translation>
    </message>
    <message>
        <source>mark as not reviewed</source>
        <translation>marcar como no revisado</translation>
    </message>
    <message>
        <source>move a threshold</source>
        <translation>mover un umbral</translation>
    </message>
    <message>
        <source>accept the rest and mark as reviewed</source>
        <translation>aceptar el resto y marcar como revisado</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Or try one invented letter:</source>
        <translation>O pruebe un informe inventado:</translation>
    </message>
    <message>
        <source>Open an invented letter in {language}</source>
        <translation>Abrir un informe inventado: {language}</translation>
    </message>
</context>
<context>
    <name>EntityChart</name>
    <message>
        <source>Nothing to count yet</source>
        <translation>Aún no hay nada que contar</translation>
    </message>
    <message>
        <source>{text}: {count}</source>
        <translation>{text}: {count}</translation>
    </message>
    <message>
        <source>Most frequent entities</source>
        <translation>Entidades más frecuentes</translation>
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
        <translation>Texto</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>The entity as its first mention is written</source>
        <translation>La entidad tal como está escrita en su primera mención</translation>
    </message>
    <message>
        <source>What it was found to be</source>
        <translation>Qué se ha reconocido</translation>
    </message>
    <message>
        <source>The highest score of its mentions, from 0 to 1</source>
        <translation>La puntuación más alta de sus menciones, de 0 a 1</translation>
    </message>
    <message>
        <source>How often it is mentioned</source>
        <translation>Cuántas veces se menciona</translation>
    </message>
    <message>
        <source>The line of the first mention, counted from the start of the text</source>
        <translation>La línea de la primera mención, contada desde el principio del texto</translation>
    </message>
    <message>
        <source>Character %1 of the text, counted from 0</source>
        <translation>Carácter %1 del texto, contado desde 0</translation>
    </message>
    <message>
        <source>What a person decided about it</source>
        <translation>Qué decidió una persona</translation>
    </message>
</context>
<context>
    <name>EntityPanel</name>
    <message>
        <source>Filter entities</source>
        <translation>Filtrar entidades</translation>
    </message>
    <message>
        <source>Entities  {count}</source>
        <translation>Entidades  {count}</translation>
    </message>
    <message>
        <source>Entities  {shown} of {count}</source>
        <translation>Entidades  {shown} de {count}</translation>
    </message>
</context>
<context>
    <name>EntityTree</name>
    <message>
        <source>Entities of the document</source>
        <translation>Entidades del documento</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Tag and export a folder</source>
        <translation>Analizar y exportar una carpeta</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Nothing was exported; the files that were there already are as they were.</source>
        <translation>No se exportó nada; los archivos que ya estaban siguen como estaban.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to be written exist there already; the first is %1.</source>
        <translation>
            <numerusform>%n archivo que se va a guardar ya existe allí; el primero es %1.</numerusform>
            <numerusform>%n archivos que se van a guardar ya existen allí; el primero es %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>&amp;Reemplazarlos</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>La exportación se detuvo; no se ha guardado nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported to %1.</source>
        <translation>
            <numerusform>%n documento exportado a %1.</numerusform>
            <numerusform>%n documentos exportados a %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not reviewed.</source>
        <translation>
            <numerusform>%n de ellos no está revisado.</numerusform>
            <numerusform>%n de ellos no están revisados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not exported: %1</source>
        <translation>
            <numerusform>%n documento no exportado: %1</numerusform>
            <numerusform>%n documentos no exportados: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out because they are not marked as reviewed.</source>
        <translation>
            <numerusform>%n documento se dejó fuera porque no está marcado como revisado.</numerusform>
            <numerusform>%n documentos se dejaron fuera porque no están marcados como revisados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out because they are not tagged.</source>
        <translation>
            <numerusform>%n documento omitido por no estar analizado.</numerusform>
            <numerusform>%n documentos omitidos por no estar analizados.</numerusform>
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
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Only those that are &amp;reviewed</source>
        <translation>Solo los &amp;revisados</translation>
    </message>
    <message>
        <source>Only what I &amp;confirmed; leave suggestions out</source>
        <translation>Solo lo que he &amp;confirmado; sin propuestas</translation>
    </message>
    <message>
        <source>Folder or file to write</source>
        <translation>Carpeta o archivo de destino</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>E&amp;legir…</translation>
    </message>
    <message>
        <source>Choose where to write</source>
        <translation>Elegir dónde guardar</translation>
    </message>
    <message numerus="yes">
        <source>All that are tagged (%n)</source>
        <translation>
            <numerusform>Todos los analizados (%n)</numerusform>
            <numerusform>Todos los analizados (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those selected in the list (%n)</source>
        <translation>
            <numerusform>Los seleccionados en la lista (%n)</numerusform>
            <numerusform>Los seleccionados en la lista (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are reviewed.</source>
        <translation>Todos están revisados.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not marked as reviewed are left out.</source>
        <translation>
            <numerusform>Se deja fuera %n documento que no está marcado como revisado.</numerusform>
            <numerusform>Se dejan fuera %n documentos que no están marcados como revisados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 document(s) are not marked as reviewed.</source>
        <translation>
            <numerusform>%n de %1 documentos no está marcado como revisado.</numerusform>
            <numerusform>%n de %1 documentos no están marcados como revisados.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Documents:</source>
        <translation>&amp;Documentos:</translation>
    </message>
    <message>
        <source>&amp;Write into:</source>
        <translation>&amp;Guardar en:</translation>
    </message>
    <message>
        <source>Export into a file</source>
        <translation>Exportar a un archivo</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Exportar a una carpeta</translation>
    </message>
</context>
<context>
    <name>FailurePage</name>
    <message>
        <source>This document could not be read</source>
        <translation>No se ha podido leer este documento</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open files</source>
        <translation>Abrir archivos</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the letter</source>
        <translation>Buscar en el informe</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Go to the place before (Shift+F3)</source>
        <translation>Ir al lugar anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Go to the next place (F3)</source>
        <translation>Ir al lugar siguiente (F3)</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>&amp;Palabras completas</translation>
    </message>
    <message>
        <source>Leave out places inside of longer words</source>
        <translation>Omitir lugares dentro de palabras más largas</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Cerrar la búsqueda (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} de {count}</translation>
    </message>
</context>
<context>
    <name>Fixed</name>
    <message>
        <source>Fixed by your administrator</source>
        <translation>Fijado por su administrador</translation>
    </message>
    <message>
        <source>Switched off by your administrator</source>
        <translation>Desactivado por su administrador</translation>
    </message>
</context>
<context>
    <name>FolderDialog</name>
    <message>
        <source>A folder of letters</source>
        <translation>Una carpeta de informes</translation>
    </message>
    <message>
        <source>What shall be done with this folder?</source>
        <translation>¿Qué desea hacer con esta carpeta?</translation>
    </message>
    <message>
        <source>Open for &amp;review</source>
        <translation>Abrir para &amp;revisar</translation>
    </message>
    <message>
        <source>The letters come into the list and are tagged, to be read and corrected.</source>
        <translation>Los informes pasan a la lista y se analizan, para leerlos y corregirlos.</translation>
    </message>
    <message>
        <source>&amp;Tag and export everything</source>
        <translation>&amp;Analizar y exportar todo</translation>
    </message>
    <message>
        <source>All letters are tagged and written into another folder; the list stays as it is.</source>
        <translation>Todos los informes se analizan y se guardan en otra carpeta; la lista queda como está.</translation>
    </message>
    <message>
        <source>&amp;Do the same with every folder until the window is closed</source>
        <translation>&amp;Hacer lo mismo con cada carpeta hasta cerrar la ventana</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>brat standoff (.txt and .ann)</source>
        <translation>brat standoff (.txt y .ann)</translation>
    </message>
    <message>
        <source>CoNLL columns</source>
        <translation>Columnas CoNLL</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Table for the MultiCardioNER scorer (.tsv)</source>
        <translation>Tabla para el evaluador de MultiCardioNER (.tsv)</translation>
    </message>
    <message>
        <source>Spreadsheet table (.csv)</source>
        <translation>Tabla para hojas de cálculo (.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Libro de Excel (.xlsx)</translation>
    </message>
    <message>
        <source>One web page with all letters</source>
        <translation>Una página web con todos los informes</translation>
    </message>
    <message>
        <source>A web page for each letter</source>
        <translation>Una página web por informe</translation>
    </message>
    <message>
        <source>A folder ready for a brat server, and for opening here again with everything in it.</source>
        <translation>Una carpeta lista para un servidor brat y para abrirla aquí de nuevo con todo su contenido.</translation>
    </message>
    <message>
        <source>One mention a row, as the scorer of the MultiCardioNER task reads it.</source>
        <translation>Una mención por fila, como la lee el evaluador de la tarea MultiCardioNER.</translation>
    </message>
    <message>
        <source>One word a line with BIO tags, for training other models.</source>
        <translation>Una palabra por línea con etiquetas BIO, para entrenar otros modelos.</translation>
    </message>
    <message>
        <source>Texts, mentions, scores and codes, for programs.</source>
        <translation>Textos, menciones, puntuaciones y códigos, para programas.</translation>
    </message>
    <message>
        <source>One mention a row with its sentence, confirmed or not; opens in any spreadsheet.</source>
        <translation>Una mención por fila con su frase, confirmada o no; se abre en cualquier hoja de cálculo.</translation>
    </message>
    <message>
        <source>One mention a row with its sentence, confirmed or not; a second sheet counts for each document.</source>
        <translation>Una mención por fila con su frase, confirmada o no; una segunda hoja cuenta por documento.</translation>
    </message>
    <message>
        <source>The letters with their highlights, to read and to print; one file that needs nothing else.</source>
        <translation>Los informes con sus resaltados, para leer e imprimir; un archivo que no necesita nada más.</translation>
    </message>
    <message>
        <source>Each letter with its highlights, to read and to print; every file stands alone.</source>
        <translation>Cada informe con sus resaltados, para leer e imprimir; cada archivo es independiente.</translation>
    </message>
</context>
<context>
    <name>FoundPacks</name>
    <message>
        <source>{name}: cannot be used</source>
        <translation>{name}: no se puede usar</translation>
    </message>
    <message>
        <source>{language}: {name} {version}</source>
        <translation>{language}: {name} {version}</translation>
    </message>
    <message>
        <source>{language}: {name} {version} (not used)</source>
        <translation>{language}: {name} {version} (no se usa)</translation>
    </message>
    <message>
        <source>{name} {version} of this site hides the newer {newer} of the program; remove it to use that.</source>
        <translation>{name} {version} de este centro oculta la versión {newer} del programa, más reciente; quítelo para usarla.</translation>
    </message>
</context>
<context>
    <name>FrequencyPanel</name>
    <message>
        <source>This document</source>
        <translation>Este documento</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Todos los documentos</translation>
    </message>
    <message>
        <source>What the chart counts</source>
        <translation>Qué cuenta el gráfico</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Más frecuentes</translation>
    </message>
    <message>
        <source>Most frequent (filtered)</source>
        <translation>Más frecuentes (filtro)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a list of names</source>
        <translation>Importar una lista de nombres</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Tipo de archivo</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Reconocerlo</translation>
    </message>
    <message>
        <source>What the names are</source>
        <translation>Qué son los nombres</translation>
    </message>
    <message>
        <source>As the kind says</source>
        <translation>Según el tipo</translation>
    </message>
    <message>
        <source>Language of the letters</source>
        <translation>Idioma de los informes</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>&amp;Tipo de archivo</translation>
    </message>
    <message>
        <source>&amp;What the names are</source>
        <translation>&amp;Qué son los nombres</translation>
    </message>
    <message>
        <source>&amp;Language of the letters</source>
        <translation>&amp;Idioma de los informes</translation>
    </message>
    <message>
        <source>&amp;Name of the list</source>
        <translation>&amp;Nombre de la lista</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>I&amp;mportar</translation>
    </message>
    <message>
        <source>A table with a column of names</source>
        <translation>Una tabla con una columna de nombres</translation>
    </message>
</context>
<context>
    <name>JumpLetters</name>
    <message>
        <source>Letters to jump by</source>
        <translation>Letras para saltar</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Disease</source>
        <translation>Enfermedad</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Fármaco</translation>
    </message>
    <message>
        <source>Diseases</source>
        <translation>Enfermedades</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>Fármacos</translation>
    </message>
    <message>
        <source>Laboratory tests</source>
        <translation>Pruebas de laboratorio</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>Idioma desconocido</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Show or hide the highlights: {label}</source>
        <translation>Mostrar u ocultar el resaltado: {label}</translation>
    </message>
    <message>
        <source>Show {label}: {count}</source>
        <translation>Mostrar {label}: {count}</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Parts of the program</source>
        <translation>Componentes del programa</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>This part names its licence, {licence}, but brings no text of it.</source>
        <translation>Este componente nombra su licencia, {licence}, pero no incluye su texto.</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Names from these lists are marked like those of the model&apos;s own list, and their codes go into tooltips and exports. CIMA, AIFA, RxNorm, ATC, OMOP, LOINC and ICD-10 files are read as they are published, and any table with a column of names.</source>
        <translation>Los nombres de estas listas se marcan como los de la lista del propio modelo, y sus códigos aparecen en las descripciones emergentes y en lo exportado. Los archivos de CIMA, AIFA, RxNorm, ATC, OMOP, LOINC y CIE-10 se leen tal como se publican, así como cualquier tabla con una columna de nombres.</translation>
    </message>
    <message>
        <source>Your lists of names</source>
        <translation>Sus listas de nombres</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>&amp;Import a list…</source>
        <translation>&amp;Importar una lista…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importando…</translation>
    </message>
    <message>
        <source>{name} is imported: {labels}.</source>
        <translation>{name} se ha importado: {labels}.</translation>
    </message>
    <message>
        <source>Import a list of names</source>
        <translation>Importar una lista de nombres</translation>
    </message>
    <message>
        <source>The list {name} will be deleted, in all its languages.</source>
        <translation>La lista {name} se eliminará en todos sus idiomas.</translation>
    </message>
    <message>
        <source>Remove the list?</source>
        <translation>¿Quitar la lista?</translation>
    </message>
    <message>
        <source>&amp;Delete it</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>The list {name} cannot be deleted; check that no program uses it.</source>
        <translation>La lista {name} no se puede eliminar; compruebe que ningún programa la use.</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} se ha eliminado.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Find diseases and drugs in clinical letters</source>
        <translation>Encontrar enfermedades y fármacos en informes clínicos</translation>
    </message>
    <message>
        <source>Drop letters (Word, PDF, plain text and others) or folders here, or open them. Letters may be Spanish, English or Italian.</source>
        <translation>Suelte aquí informes (Word, PDF, texto y otros) o carpetas, o ábralos. Los informes pueden estar en español, inglés o italiano.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. An aid for research and documentation, not a medical device: the models learned from published case reports and were not validated on hospital letters.</source>
        <translation>Todo permanece en este equipo. Ayuda para la investigación y la documentación, no un producto sanitario: los modelos aprendieron de casos clínicos publicados y no se han validado con informes hospitalarios.</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Mostrar el resultado</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>No letters were found there; choose letters or a folder that holds some.</source>
        <translation>Ahí no se encontró ningún informe; elija informes o una carpeta que contenga alguno.</translation>
    </message>
    <message>
        <source>The program ended by a fault the last time; a report without any word of your documents is in {file}.</source>
        <translation>La última vez el programa terminó por un fallo; un informe sin una sola palabra de sus documentos está en {file}.</translation>
    </message>
    <message>
        <source>A report without any word of your documents is in {file}; send it to who maintains the program.</source>
        <translation>Un informe sin una sola palabra de sus documentos está en {file}; envíelo a quien mantiene el programa.</translation>
    </message>
    <message>
        <source>An internal error ({kind}) occurred; your corrections are saved.</source>
        <translation>Se produjo un error interno ({kind}); sus correcciones están guardadas.</translation>
    </message>
    <message>
        <source>An internal error ({kind}) occurred; export your corrections, then start the program again.</source>
        <translation>Se produjo un error interno ({kind}); exporte sus correcciones y vuelva a iniciar el programa.</translation>
    </message>
</context>
<context>
    <name>MentionCommands</name>
    <message>
        <source>Note on {mention}; leave it empty to take it away:</source>
        <translation>Nota sobre {mention}; déjela vacía para quitarla:</translation>
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
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Todos los estados</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Todos los orígenes</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Puntuación mínima</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Puntuación máxima</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Borrar</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Dismiss this message (Esc)</source>
        <translation>Descartar este mensaje (Esc)</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Descartar este mensaje</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models and word lists</source>
        <translation>Modelos y listas de términos</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>M&amp;odelos</translation>
    </message>
    <message>
        <source>&amp;Your word lists</source>
        <translation>&amp;Sus listas de términos</translation>
    </message>
    <message>
        <source>&amp;This computer</source>
        <translation>&amp;Este equipo</translation>
    </message>
    <message>
        <source>U&amp;pdates</source>
        <translation>Act&amp;ualizaciones</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>PackQuestions</name>
    <message>
        <source>The model {name} {version} is older than the one that you have, {there}. It is kept.</source>
        <translation>El modelo {name} {version} es más antiguo que el que usted tiene, {there}, que se conserva.</translation>
    </message>
    <message>
        <source>Take an older model?</source>
        <translation>¿Tomar un modelo más antiguo?</translation>
    </message>
    <message>
        <source>&amp;Take the older one</source>
        <translation>&amp;Tomar el más antiguo</translation>
    </message>
    <message>
        <source>You have added a model {name} before; the new one takes its place, and the one before is kept: you can go back to it.</source>
        <translation>Ya había añadido un modelo {name}; el nuevo ocupa su lugar y el anterior se guarda: puede volver a él.</translation>
    </message>
    <message>
        <source>Replace the model?</source>
        <translation>¿Sustituir el modelo?</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Sustituir</translation>
    </message>
</context>
<context>
    <name>PackSigner</name>
    <message>
        <source>Signed by {name} ({fingerprint})</source>
        <translation>Firmado por {name} ({fingerprint})</translation>
    </message>
    <message>
        <source>Signed by a key that is not trusted here ({fingerprint})</source>
        <translation>Firmado con una clave en la que aquí no se confía ({fingerprint})</translation>
    </message>
    <message>
        <source>Known to the program, which it came with</source>
        <translation>Conocido por el programa, con el que vino</translation>
    </message>
    <message>
        <source>Signed by nobody</source>
        <translation>No lo ha firmado nadie</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>added by you</source>
        <translation>añadido por usted</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>incluido con el programa</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lee</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Encuentra</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Motores</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
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
        <translation>La ficha del modelo</translation>
    </message>
    <message>
        <source>The card is in English, as the maker of the model wrote it.</source>
        <translation>La ficha está en inglés, tal como la escribió el autor del modelo.</translation>
    </message>
    <message>
        <source>Scores, as the maker of the model measured them</source>
        <translation>Puntuaciones, tal como las midió el autor del modelo</translation>
    </message>
    <message>
        <source>F1 {f1} (95% interval {low} – {high}), precision {precision}, recall {recall}; strict, on {documents} documents</source>
        <translation>F1 {f1} (intervalo del 95&#xa0;% {low} – {high}), precisión {precision}, exhaustividad {recall}; estricto, con {documents} documentos</translation>
    </message>
</context>
<context>
    <name>PacksPanel</name>
    <message>
        <source>Installed models</source>
        <translation>Modelos instalados</translation>
    </message>
    <message>
        <source>Add a &amp;zip file…</source>
        <translation>Añadir archivo &amp;zip…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Añadir &amp;carpeta…</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>&amp;Usar este modelo</translation>
    </message>
    <message>
        <source>&amp;Check the files</source>
        <translation>Comprobar los &amp;archivos</translation>
    </message>
    <message>
        <source>Go &amp;back</source>
        <translation>&amp;Volver</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Progress of checking</source>
        <translation>Progreso de la comprobación</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Acerca de este modelo</translation>
    </message>
    <message>
        <source>Checking and copying…</source>
        <translation>Comprobando y copiando…</translation>
    </message>
    <message>
        <source>{name} {version} is back.</source>
        <translation>Vuelve a estar {name} {version}.</translation>
    </message>
    <message>
        <source>No model is installed; add one from a zip file or a folder.</source>
        <translation>No hay ningún modelo instalado; añada uno desde un archivo zip o una carpeta.</translation>
    </message>
    <message>
        <source>&amp;Use for {language}</source>
        <translation>&amp;Usar para {language}</translation>
    </message>
    <message>
        <source>Go &amp;back to {version}</source>
        <translation>&amp;Volver a {version}</translation>
    </message>
    <message>
        <source>This model came with the program and stays</source>
        <translation>Este modelo está incluido con el programa y se conserva</translation>
    </message>
    <message>
        <source>{name} reads {language} from now on.</source>
        <translation>A partir de ahora, {name} lee {language}.</translation>
    </message>
    <message>
        <source>Zip files (*.zip *.ZIP)</source>
        <translation>Archivos zip (*.zip *.ZIP)</translation>
    </message>
    <message>
        <source>Add a model from a zip file</source>
        <translation>Añadir un modelo desde un archivo zip</translation>
    </message>
    <message>
        <source>Add a model from a folder</source>
        <translation>Añadir un modelo desde una carpeta</translation>
    </message>
    <message>
        <source>Trying the model with one letter…</source>
        <translation>Probando el modelo con un informe…</translation>
    </message>
    <message>
        <source>The model {name} will be deleted from this computer.</source>
        <translation>El modelo {name} se eliminará de este equipo.</translation>
    </message>
    <message>
        <source>Remove the model?</source>
        <translation>¿Quitar el modelo?</translation>
    </message>
    <message>
        <source>&amp;Delete it</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} se ha eliminado.</translation>
    </message>
    <message>
        <source>All files of {name} are as they were packed (SHA-256).</source>
        <translation>Todos los archivos de {name} están como se empaquetaron (SHA-256).</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>{name} {version} is checked and installed.</source>
        <translation>{name} {version} se ha comprobado e instalado.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Model pack {pack} {version}, SHA-256 {sha256}</source>
        <translation>Paquete de modelo {pack} {version}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>reviewed by a person</source>
        <translation>revisado por una persona</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmada</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>gazetteer</source>
        <translation>lista de términos</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>page</source>
        <translation>página</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>párrafo</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabla</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>header</source>
        <translation>encabezado</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>pie de página</translation>
    </message>
    <message>
        <source>footnotes</source>
        <translation>notas al pie</translation>
    </message>
    <message>
        <source>text box</source>
        <translation>cuadro de texto</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>adjunto</translation>
    </message>
    <message>
        <source>Batch summary</source>
        <translation>Resumen del lote</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Documentos terminados</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidos</translation>
    </message>
    <message>
        <source>Files not done yet</source>
        <translation>Archivos aún no procesados</translation>
    </message>
    <message>
        <source>Inputs that are not there any more (their outputs stay)</source>
        <translation>Entradas que ya no están (sus resultados permanecen)</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>Time of work</source>
        <translation>Tiempo de trabajo</translation>
    </message>
    <message>
        <source>Documents per second</source>
        <translation>Documentos por segundo</translation>
    </message>
    <message>
        <source>Documents in language {language}</source>
        <translation>Documentos en el idioma {language}</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>No se halló ninguna.</translation>
    </message>
    <message>
        <source>Most frequent names</source>
        <translation>Nombres más frecuentes</translation>
    </message>
    <message>
        <source>Most frequent names of {label}</source>
        <translation>Nombres más frecuentes de {label}</translation>
    </message>
    <message>
        <source>Mentions per document</source>
        <translation>Menciones por documento</translation>
    </message>
    <message>
        <source>Mentions of {label} per document</source>
        <translation>Menciones de {label} por documento</translation>
    </message>
    <message>
        <source>mentions in a document</source>
        <translation>menciones en un documento</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documentos</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Scores of {label}</source>
        <translation>Puntuaciones de {label}</translation>
    </message>
    <message>
        <source>score from</source>
        <translation>puntuación desde</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>menciones</translation>
    </message>
    <message>
        <source>time of work, all runs together</source>
        <translation>tiempo de trabajo, todas las ejecuciones juntas</translation>
    </message>
    <message>
        <source>documents/s</source>
        <translation>documentos/s</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Rendimiento</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
    <message>
        <source>The first {shown} of {number}.</source>
        <translation>Los primeros {shown} de {number}.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Pack {pack} {version}</source>
        <translation>Paquete {pack} {version}</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminado</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Made by CardioNER Desktop on {time}. A research and documentation aid, not a medical device. This page holds names of files and words of mentions: treat it as you treat the letters.</source>
        <translation>Hecho por CardioNER Desktop el {time}. Una ayuda para la investigación y la documentación, no un producto sanitario. Esta página contiene nombres de archivos y palabras de menciones: trátela como trata los informes.</translation>
    </message>
</context>
<context>
    <name>PrivacyForm</name>
    <message>
        <source>Corrections of closed letters</source>
        <translation>Correcciones de los informes cerrados</translation>
    </message>
    <message>
        <source>Forget when the window closes</source>
        <translation>Olvidar al cerrar la ventana</translation>
    </message>
    <message>
        <source>Keep for 7 days</source>
        <translation>Conservar 7 días</translation>
    </message>
    <message>
        <source>Keep for 30 days</source>
        <translation>Conservar 30 días</translation>
    </message>
    <message>
        <source>Keep for 90 days</source>
        <translation>Conservar 90 días</translation>
    </message>
    <message>
        <source>Keep for a year</source>
        <translation>Conservar un año</translation>
    </message>
    <message>
        <source>Keep until I delete them</source>
        <translation>Conservar hasta que yo las borre</translation>
    </message>
    <message>
        <source>Ask for &amp;files with the system&apos;s own dialogs</source>
        <translation>Pedir los archivos con los diálogos del &amp;sistema</translation>
    </message>
    <message>
        <source>The system then keeps lists of recently used files and folders</source>
        <translation>El sistema guarda entonces listas de archivos y carpetas usados recientemente</translation>
    </message>
    <message>
        <source>Write down what I tag, &amp;export and review</source>
        <translation>Anotar &amp;qué etiqueto, exporto y reviso</translation>
    </message>
    <message>
        <source>Who, when, which text by its hash, which model: without a name or a word of it</source>
        <translation>Quién, cuándo, qué texto por su hash, qué modelo: sin ningún nombre ni palabra de él</translation>
    </message>
    <message>
        <source>Delete sa&amp;ved corrections…</source>
        <translation>&amp;Borrar correcciones guardadas…</translation>
    </message>
    <message>
        <source>C&amp;orrections of closed letters</source>
        <translation>Correcciones de &amp;los informes cerrados</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress of tagging</source>
        <translation>Progreso del análisis</translation>
    </message>
    <message>
        <source>Stop tagging</source>
        <translation>Detener el análisis</translation>
    </message>
    <message>
        <source>Tagged {done} of {total}</source>
        <translation>Analizados {done} de {total}</translation>
    </message>
    <message>
        <source>Tagged {done} of {total} · {time}</source>
        <translation>Analizados {done} de {total} · {time}</translation>
    </message>
    <message>
        <source>Tagged {done} of {total} · {speed} documents/s · {time}</source>
        <translation>Analizados {done} de {total} · {speed} documentos/s · {time}</translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation>quedan unos {count} s</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>quedan unos {count} min</translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <translation>quedan unas {count} h</translation>
    </message>
</context>
<context>
    <name>Purging</name>
    <message>
        <source>Delete saved corrections</source>
        <translation>Borrar correcciones guardadas</translation>
    </message>
    <message numerus="yes">
        <source>Corrections of %n closed letter(s) will be deleted, and crash reports and files that were left behind too. What you have not exported is lost. Open letters keep their corrections.</source>
        <translation>
            <numerusform>Se borrarán las correcciones de %n informe cerrado, y también los avisos de fallos y los archivos que quedaron atrás. Lo que no haya exportado se pierde. Los informes abiertos conservan sus correcciones.</numerusform>
            <numerusform>Se borrarán las correcciones de %n informes cerrados, y también los avisos de fallos y los archivos que quedaron atrás. Lo que no haya exportado se pierde. Los informes abiertos conservan sus correcciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete them</source>
        <translation>&amp;Borrarlas</translation>
    </message>
    <message>
        <source>The corrections cannot be deleted now, because their file cannot be written.</source>
        <translation>Las correcciones no se pueden borrar ahora porque no se puede escribir su archivo.</translation>
    </message>
    <message>
        <source>The files cannot be reached now.</source>
        <translation>Ahora no se puede acceder a los archivos.</translation>
    </message>
    <message>
        <source>Deleted. Only what concerns open letters is still kept.</source>
        <translation>Borrado. Solo se conserva lo que atañe a los informes abiertos.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Carpeta de archivos</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Buscar en:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Archivos de &amp;tipo:</translation>
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
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>No other possible miss is left in this document.</source>
        <translation>No quedan más posibles omisiones en este documento.</translation>
    </message>
    <message>
        <source>All documents are reviewed.</source>
        <translation>Todos los documentos están revisados.</translation>
    </message>
    <message>
        <source>No doubtful mention is left here; Ctrl+Return accepts the other {count} and goes on.</source>
        <translation>Aquí no quedan menciones dudosas; Ctrl+Intro acepta las otras {count} y continúa.</translation>
    </message>
    <message>
        <source>Nothing is left to decide here; Ctrl+Return goes on.</source>
        <translation>Aquí no queda nada por decidir; Ctrl+Intro continúa.</translation>
    </message>
    <message>
        <source>Nothing is left to decide in any open document.</source>
        <translation>No queda nada por decidir en ningún documento abierto.</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Rechazar</translation>
    </message>
    <message>
        <source>Take the decision &amp;back</source>
        <translation>&amp;Retirar la decisión</translation>
    </message>
    <message>
        <source>Let the mention be undecided, as it was found</source>
        <translation>Dejar la mención sin decidir, como se encontró</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Delete a mention that was added; reject one that was found</source>
        <translation>Eliminar una mención añadida; rechazar una encontrada</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Nota…</translation>
    </message>
    <message>
        <source>Write a note on the mention</source>
        <translation>Escribir una nota sobre la mención</translation>
    </message>
    <message>
        <source>&amp;Label…</source>
        <translation>&amp;Etiqueta…</translation>
    </message>
    <message>
        <source>Choose the label of the mention, or of the selected words</source>
        <translation>Elegir la etiqueta de la mención o de las palabras seleccionadas</translation>
    </message>
    <message>
        <source>The same in this d&amp;ocument</source>
        <translation>Lo mismo en este d&amp;ocumento</translation>
    </message>
    <message>
        <source>Do what was done last to all places of the same words in this document</source>
        <translation>Hacer lo último en todos los lugares con las mismas palabras de este documento</translation>
    </message>
    <message>
        <source>The same in all doc&amp;uments</source>
        <translation>Lo mismo en todos los doc&amp;umentos</translation>
    </message>
    <message>
        <source>Do what was done last to all places of the same words in all open documents</source>
        <translation>Hacer lo último en todos los lugares con las mismas palabras de todos los documentos abiertos</translation>
    </message>
    <message>
        <source>Ne&amp;xt undecided</source>
        <translation>Si&amp;guiente sin decidir</translation>
    </message>
    <message>
        <source>Pre&amp;vious undecided</source>
        <translation>Anterior sin de&amp;cidir</translation>
    </message>
    <message>
        <source>Go to the undecided mention before, in this document</source>
        <translation>Ir a la mención sin decidir anterior de este documento</translation>
    </message>
    <message>
        <source>Next possible &amp;miss</source>
        <translation>Siguiente posible &amp;omisión</translation>
    </message>
    <message>
        <source>&amp;Jump by letters</source>
        <translation>&amp;Saltar con letras</translation>
    </message>
    <message>
        <source>Type the letters of the first word and of the last one, then a number to add a mention; with Shift the mention is added at once, under the label added last</source>
        <translation>Escriba las letras de la primera palabra y de la última, y después un número para añadir una mención; con Mayús la mención se añade enseguida, con la última etiqueta añadida</translation>
    </message>
    <message>
        <source>Show a letter on each word near the mention; type it to end there, with Shift to begin there</source>
        <translation>Muestra una tecla en cada palabra próxima a la mención; púlsela para terminar ahí, con Mayús para empezar ahí</translation>
    </message>
    <message>
        <source>S&amp;plit by letters</source>
        <translation>Dividir por letr&amp;as</translation>
    </message>
    <message>
        <source>Show a letter on each word of the mention; type it to leave that word out and make two mentions, with Shift to begin the second one with it</source>
        <translation>Mostrar una letra en cada palabra de la mención; escríbala para omitir esa palabra y hacer dos menciones, con Mayús para que la segunda empiece por ella</translation>
    </message>
    <message>
        <source>Let the next undecided mention be the next one below the sure score</source>
        <translation>Hacer que la siguiente sin decidir sea la siguiente por debajo de la puntuación segura</translation>
    </message>
    <message>
        <source>Accept all &amp;sure ones</source>
        <translation>Aceptar todas las &amp;seguras</translation>
    </message>
    <message>
        <source>Accept every undecided mention from the sure score on</source>
        <translation>Aceptar todas las menciones sin decidir a partir de la puntuación segura</translation>
    </message>
    <message>
        <source>Accept all sure ones in all documents</source>
        <translation>Aceptar todas las seguras en todos los documentos</translation>
    </message>
    <message>
        <source>Accept every undecided mention from the sure score on in all open documents</source>
        <translation>Aceptar todas las menciones sin decidir a partir de la puntuación segura en todos los documentos abiertos</translation>
    </message>
    <message>
        <source>Accept the rest, re&amp;viewed, next document</source>
        <translation>Aceptar el resto, re&amp;visado, documento siguiente</translation>
    </message>
    <message>
        <source>Accept all that is undecided, mark the document as reviewed, and go to the next one</source>
        <translation>Aceptar todo lo que está sin decidir, marcar el documento como revisado e ir al siguiente</translation>
    </message>
    <message>
        <source>Mark as rev&amp;iewed</source>
        <translation>Marcar como rev&amp;isado</translation>
    </message>
    <message>
        <source>Mark the document as reviewed as it stands, and go to the next one; or take that back</source>
        <translation>Marcar el documento como revisado tal como está e ir al siguiente; o deshacerlo</translation>
    </message>
    <message>
        <source>&amp;Thresholds</source>
        <translation>&amp;Umbrales</translation>
    </message>
    <message>
        <source>Go to the slider of the lowest score that is shown</source>
        <translation>Ir al control de la puntuación mínima mostrada</translation>
    </message>
    <message>
        <source>Filt&amp;er mentions</source>
        <translation>&amp;Filtrar menciones</translation>
    </message>
    <message>
        <source>Accept the mention and go to the next undecided one</source>
        <translation>Aceptar la mención e ir a la siguiente sin decidir</translation>
    </message>
    <message>
        <source>Reject the mention and go to the next undecided one</source>
        <translation>Rechazar la mención e ir a la siguiente sin decidir</translation>
    </message>
    <message>
        <source>Go to the next undecided mention, in any document</source>
        <translation>Ir a la siguiente mención sin decidir, en cualquier documento</translation>
    </message>
    <message>
        <source>Go to the likeliest place that a low score left out</source>
        <translation>Ir al lugar más probable que una puntuación baja dejó fuera</translation>
    </message>
    <message>
        <source>Show a letter on each mention; type it to go there, with Shift to reject it</source>
        <translation>Muestra una tecla en cada mención; púlsela para ir a ella, con Mayús para rechazarla</translation>
    </message>
    <message>
        <source>Mark &amp;words by letters</source>
        <translation>Marcar &amp;palabras con letras</translation>
    </message>
    <message>
        <source>&amp;Stretch by letters</source>
        <translation>A&amp;mpliar con letras</translation>
    </message>
    <message>
        <source>S&amp;kip sure ones</source>
        <translation>Saltar las se&amp;guras</translation>
    </message>
    <message>
        <source>Choose the mentions to walk and to list</source>
        <translation>Elegir las menciones que recorrer y mostrar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>Deshacer lo último</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Do again what was taken back last</source>
        <translation>Rehacer lo último que se deshizo</translation>
    </message>
    <message>
        <source>&amp;Label of the mention</source>
        <translation>E&amp;tiqueta de la mención</translation>
    </message>
    <message>
        <source>B&amp;ounds</source>
        <translation>&amp;Límites</translation>
    </message>
    <message>
        <source>Begin a word &amp;earlier</source>
        <translation>Empezar una palabra &amp;antes</translation>
    </message>
    <message>
        <source>Let the mention begin a word earlier</source>
        <translation>Hacer que la mención empiece una palabra antes</translation>
    </message>
    <message>
        <source>Begin a word &amp;later</source>
        <translation>Empezar una palabra &amp;después</translation>
    </message>
    <message>
        <source>Let the mention begin a word later</source>
        <translation>Hacer que la mención empiece una palabra después</translation>
    </message>
    <message>
        <source>End a word e&amp;arlier</source>
        <translation>Terminar una palabra an&amp;tes</translation>
    </message>
    <message>
        <source>Let the mention end a word earlier</source>
        <translation>Hacer que la mención termine una palabra antes</translation>
    </message>
    <message>
        <source>End a word la&amp;ter</source>
        <translation>Terminar una palabra desp&amp;ués</translation>
    </message>
    <message>
        <source>Let the mention end a word later</source>
        <translation>Hacer que la mención termine una palabra después</translation>
    </message>
    <message>
        <source>Begin with the &amp;phrase</source>
        <translation>Empezar con la &amp;frase</translation>
    </message>
    <message>
        <source>Let the mention begin where the phrase begins</source>
        <translation>Hacer que la mención empiece donde empieza la frase</translation>
    </message>
    <message>
        <source>End with the p&amp;hrase</source>
        <translation>Terminar con la f&amp;rase</translation>
    </message>
    <message>
        <source>Let the mention end before the next punctuation mark</source>
        <translation>Hacer que la mención termine antes del siguiente signo de puntuación</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>Empezar un carácter antes</translation>
    </message>
    <message>
        <source>Let the mention begin a character earlier</source>
        <translation>Hacer que la mención empiece un carácter antes</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>Empezar un carácter después</translation>
    </message>
    <message>
        <source>Let the mention begin a character later</source>
        <translation>Hacer que la mención empiece un carácter después</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Terminar un carácter antes</translation>
    </message>
    <message>
        <source>Let the mention end a character earlier</source>
        <translation>Hacer que la mención termine un carácter antes</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Terminar un carácter después</translation>
    </message>
    <message>
        <source>Let the mention end a character later</source>
        <translation>Hacer que la mención termine un carácter después</translation>
    </message>
    <message>
        <source>Give the mention this label, or add the selected words under it</source>
        <translation>Dar esta etiqueta a la mención o añadir con ella las palabras seleccionadas</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Score from which a mention is sure</source>
        <translation>Puntuación a partir de la cual una mención es segura</translation>
    </message>
    <message>
        <source>Sure from score</source>
        <translation>Seguras desde la puntuación</translation>
    </message>
    <message>
        <source>Skip sure mentions</source>
        <translation>Saltar las menciones seguras</translation>
    </message>
    <message>
        <source>Accept sure mentions</source>
        <translation>Aceptar las menciones seguras</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided of %1</source>
        <translation>
            <numerusform>%n sin decidir de %1</numerusform>
            <numerusform>%n sin decidir de %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 reviewed</source>
        <translation>
            <numerusform>%n de %1 revisado</numerusform>
            <numerusform>%n de %1 revisados</numerusform>
        </translation>
    </message>
    <message>
        <source>Mentions of this document that nobody has decided; documents that are reviewed</source>
        <translation>Menciones de este documento sin decidir; documentos revisados</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>Not rev&amp;iewed any more</source>
        <translation>Ya no rev&amp;isado</translation>
    </message>
    <message>
        <source>Mark as rev&amp;iewed</source>
        <translation>Marcar como rev&amp;isado</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rehacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>The selected words are no mention yet; give them a label with its number first.</source>
        <translation>Las palabras seleccionadas no son todavía una mención; deles primero una etiqueta con su número.</translation>
    </message>
    <message>
        <source>Decide on a mention first; then the same can be done at its other places.</source>
        <translation>Decida primero sobre una mención; después podrá hacerse lo mismo en sus otros lugares.</translation>
    </message>
    <message>
        <source>“{words}” stands at no other place in the open documents where this is left to do.</source>
        <translation>«{words}» no está en ningún otro lugar de los documentos abiertos donde quede esto por hacer.</translation>
    </message>
    <message>
        <source>“{words}” stands at no other place in this document where this is left to do.</source>
        <translation>«{words}» no está en ningún otro lugar de este documento donde quede esto por hacer.</translation>
    </message>
    <message>
        <source>No undecided mention has a sure score.</source>
        <translation>Ninguna mención sin decidir tiene una puntuación segura.</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>There is nothing to decide here before the document is tagged.</source>
        <translation>Aquí no hay nada que decidir antes de analizar el documento.</translation>
    </message>
    <message>
        <source>No label of this document has this number; the menu on a mention lists those it has.</source>
        <translation>Ninguna etiqueta de este documento tiene este número; el menú de una mención muestra las que hay.</translation>
    </message>
    <message>
        <source>Nobody has decided on this mention yet, so there is nothing to take back.</source>
        <translation>Nadie ha decidido aún sobre esta mención, así que no hay nada que retirar.</translation>
    </message>
    <message>
        <source>The selected words are no mention yet; give them a label with its number first.</source>
        <translation>Las palabras seleccionadas no son todavía una mención; deles primero una etiqueta con su número.</translation>
    </message>
    <message>
        <source>No mention is chosen; {key} goes to the next undecided one, or click one.</source>
        <translation>No hay ninguna mención elegida; {key} va a la siguiente sin decidir, o haga clic en una.</translation>
    </message>
    <message>
        <source>No mention is chosen, and none here is undecided; {key} goes on to the next document.</source>
        <translation>No hay ninguna mención elegida ni queda ninguna sin decidir; {key} pasa al documento siguiente.</translation>
    </message>
    <message>
        <source>Nothing is marked in this document; select words and press the number of a label to mark them.</source>
        <translation>No hay nada marcado en este documento; seleccione palabras y pulse el número de una etiqueta para marcarlas.</translation>
    </message>
</context>
<context>
    <name>SavedSession</name>
    <message numerus="yes">
        <source>Your last session was restored: %n document(s).</source>
        <translation>
            <numerusform>Se ha recuperado su última sesión: %n documento.</numerusform>
            <numerusform>Se ha recuperado su última sesión: %n documentos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of it are not in their place; what you decided is kept for them.</source>
        <translation>
            <numerusform>%n documento de ella no está en su lugar; lo que decidió se conserva.</numerusform>
            <numerusform>%n documentos de ella no están en su lugar; lo que decidió se conserva.</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrections are not saved</source>
        <translation>Las correcciones no se guardan</translation>
    </message>
    <message>
        <source>The last corrections are not on the disk yet.</source>
        <translation>Las últimas correcciones aún no están en el disco.</translation>
    </message>
    <message>
        <source>&amp;Close and lose them</source>
        <translation>&amp;Cerrar y perderlas</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Volver</translation>
    </message>
    <message>
        <source>Corrections are saved again.</source>
        <translation>Las correcciones se guardan de nuevo.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>{file} {problem}; save it as UTF-8 text.</source>
        <translation>{file} {problem}; guárdelo como texto UTF-8.</translation>
    </message>
    <message>
        <source>{file} has {size} MiB; split it into files of at most 64 MiB.</source>
        <translation>{file} tiene {size} MiB; divídalo en archivos de 64 MiB como máximo.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {reason}.</source>
        <translation>{file} no se puede abrir: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be looked at: {reason}.</source>
        <translation>{file} no se puede examinar: {reason}.</translation>
    </message>
    <message>
        <source>{file} is a link back to a folder that it lies in; it was not followed.</source>
        <translation>{file} es un enlace a una carpeta que lo contiene; no se ha seguido.</translation>
    </message>
    <message>
        <source>{file} has a name with characters that are no text; rename it.</source>
        <translation>{file} tiene un nombre con caracteres que no son texto; cámbiele el nombre.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8; save it as UTF-8, or move it away to open the text alone.</source>
        <translation>{file} no es UTF-8; guárdelo como UTF-8 o retírelo para abrir solo el texto.</translation>
    </message>
    <message>
        <source>{problem}, or move the file away to open the text alone.</source>
        <translation>{problem}, o retire el archivo para abrir solo el texto.</translation>
    </message>
    <message>
        <source>{file} is no folder; name one that holds .txt and .ann files.</source>
        <translation>{file} no es una carpeta; indique una que contenga archivos .txt y .ann.</translation>
    </message>
    <message>
        <source>{place}: a mention is ID, tab, LABEL START END, tab, TEXT; correct the line.</source>
        <translation>{place}: una mención es ID, tabulador, ETIQUETA INICIO FIN, tabulador, TEXTO; corrija la línea.</translation>
    </message>
    <message>
        <source>{place}: {mention} needs a start before its end; correct the offsets.</source>
        <translation>{place}: {mention} necesita un inicio anterior a su fin; corrija las posiciones.</translation>
    </message>
    <message>
        <source>{place}: {mention} ends at {end}, the text at {length}; correct the offsets.</source>
        <translation>{place}: {mention} termina en {end}, el texto en {length}; corrija las posiciones.</translation>
    </message>
    <message>
        <source>{place}: {mention} has not the text at its offsets; correct the text or the offsets.</source>
        <translation>{place}: {mention} no tiene el texto de sus posiciones; corrija el texto o las posiciones.</translation>
    </message>
    <message>
        <source>{place}: the id {id} stands on line {line} too; give each line its own id.</source>
        <translation>{place}: el identificador {id} está también en la línea {line}; dé a cada línea el suyo.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}); check its permissions.</source>
        <translation>{file} no se puede leer ({reason}); compruebe sus permisos.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8; save it as UTF-8.</source>
        <translation>{file} no es UTF-8; guárdelo como UTF-8.</translation>
    </message>
    <message>
        <source>{file} has no .txt beside it; put the text there or take the .ann away.</source>
        <translation>{file} no tiene ningún .txt al lado; ponga ahí el texto o retire el .ann.</translation>
    </message>
    <message>
        <source>Another document is written under the name {name} too; rename one of them.</source>
        <translation>Otro documento se escribe también con el nombre {name}; cambie el nombre de uno de ellos.</translation>
    </message>
    <message>
        <source>{file} cannot be written (it is a folder); choose another folder.</source>
        <translation>{file} no se puede escribir (es una carpeta); elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}), so nothing was exported; choose another folder or make room.</source>
        <translation>{file} no se puede escribir ({reason}), así que no se ha exportado nada; elija otra carpeta o haga sitio.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}); choose another folder or make room.</source>
        <translation>{file} no se puede escribir ({reason}); elija otra carpeta o haga sitio.</translation>
    </message>
    <message>
        <source>The pack {pack} needs {size} MB on the disk; make room for it.</source>
        <translation>El paquete {pack} necesita {size} MB en el disco; hágale sitio.</translation>
    </message>
    <message>
        <source>The pack {pack} lacks its file {file}; get the pack again.</source>
        <translation>Al paquete {pack} le falta su archivo {file}; consiga el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The file {file} of pack {pack} is not the one that was packed; get the pack again.</source>
        <translation>El archivo {file} del paquete {pack} no es el que se empaquetó; consiga el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The file {file} of pack {pack} is not the one that was packed; install the pack again.</source>
        <translation>El archivo {file} del paquete {pack} no es el que se empaquetó; instale el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The pack {pack} lacks its file {file}; install the pack again.</source>
        <translation>Al paquete {pack} le falta su archivo {file}; instale el paquete de nuevo.</translation>
    </message>
    <message>
        <source>{file} is not a model pack: it holds no {part}; choose one that does.</source>
        <translation>{file} no es un paquete de modelo: no contiene {part}; elija uno que sí lo tenga.</translation>
    </message>
    <message>
        <source>A pack {pack} is among yours already; remove it first, or replace it.</source>
        <translation>Ya hay un paquete {pack} entre los suyos; quítelo antes o sustitúyalo.</translation>
    </message>
    <message>
        <source>The pack {pack} cannot be deleted ({reason}); close what uses it.</source>
        <translation>El paquete {pack} no se puede borrar ({reason}); cierre lo que lo usa.</translation>
    </message>
    <message>
        <source>The pack {pack} {version} does not work on this computer ({reason}), so nothing changed.</source>
        <translation>El paquete {pack} {version} no funciona en este equipo ({reason}), así que no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The pack {pack} cannot be put back ({reason}); close what uses it.</source>
        <translation>No se puede reponer el paquete {pack} ({reason}); cierre lo que lo use.</translation>
    </message>
    <message>
        <source>Another window or command is replacing a pack just now; wait until it has ended.</source>
        <translation>Otra ventana u orden está sustituyendo un paquete en este momento; espere a que termine.</translation>
    </message>
    <message>
        <source>The list {list} in {file} is damaged; copy the whole release again.</source>
        <translation>La lista {list} de {file} está dañada; copie de nuevo toda la versión.</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed: it is not the file of the release; copy it again.</source>
        <translation>{file} está dañado o fue modificado: no es el archivo publicado; cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The release in {file} is an evaluation build that nobody signed; get a signed one, or say --allow-unsigned.</source>
        <translation>La versión de {file} es de evaluación y nadie la ha firmado; consiga una firmada o indique --allow-unsigned.</translation>
    </message>
    <message>
        <source>The release in {file} is signed by a key that is not trusted here ({key}); compare its fingerprint and trust it (cardioner packs keys trust {keys}), or ask your administrator.</source>
        <translation>La versión de {file} está firmada con una clave en la que aquí no se confía ({key}); compare su huella y confíe en ella (cardioner packs keys trust {keys}), o pregunte a su administrador.</translation>
    </message>
    <message>
        <source>The release in {file} holds no package for this machine (…{ending}); copy the whole release.</source>
        <translation>La versión de {file} no contiene ningún paquete para este equipo (…{ending}); copie toda la versión.</translation>
    </message>
    <message>
        <source>{file} is not there; choose the folder or the zip file of a pack.</source>
        <translation>{file} no está ahí; elija la carpeta o el archivo zip de un paquete.</translation>
    </message>
    <message>
        <source>{file} is not a whole, open zip file; choose the folder or the zip of a pack.</source>
        <translation>{file} no es un archivo zip completo y sin contraseña; elija la carpeta o el zip de un paquete.</translation>
    </message>
    <message>
        <source>The pack {pack} has format {format}, this program reads {known}; install a pack that fits it.</source>
        <translation>El paquete {pack} tiene el formato {format} y este programa lee el {known}; instale un paquete adecuado.</translation>
    </message>
    <message>
        <source>The manifest of pack {pack} cannot be read; install the pack again.</source>
        <translation>El manifiesto del paquete {pack} no se puede leer; instale el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The manifest of pack {pack} is incomplete or wrong; install the pack again.</source>
        <translation>El manifiesto del paquete {pack} está incompleto o es erróneo; instale el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The tokenizer of pack {pack} cannot be read; install the pack again.</source>
        <translation>El tokenizador del paquete {pack} no se puede leer; instale el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The memory {file} of pack {pack} cannot be read; install it again.</source>
        <translation>La memoria {file} del paquete {pack} no se puede leer; instálelo de nuevo.</translation>
    </message>
    <message>
        <source>The filter {file} of pack {pack} cannot be read; install the pack again.</source>
        <translation>El filtro {file} del paquete {pack} no se puede leer; instale el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The engine ct2 of pack {pack} cannot be loaded: {reason}.</source>
        <translation>El motor ct2 del paquete {pack} no se puede cargar: {reason}.</translation>
    </message>
    <message>
        <source>No model pack is installed; put one into the packs folder.</source>
        <translation>No hay ningún paquete de modelo instalado; ponga uno en la carpeta de paquetes.</translation>
    </message>
    <message>
        <source>The pack {pack} was withdrawn by a revocation; ask who made it for another one.</source>
        <translation>El paquete {pack} fue retirado por una revocación; pida otro a quien lo hizo.</translation>
    </message>
    <message>
        <source>The signature of pack {pack} is damaged; get the pack again.</source>
        <translation>La firma del paquete {pack} está dañada; consiga el paquete de nuevo.</translation>
    </message>
    <message>
        <source>The pack {pack} is signed with a key that was revoked; get a newly signed one.</source>
        <translation>El paquete {pack} está firmado con una clave revocada; consiga uno firmado de nuevo.</translation>
    </message>
    <message>
        <source>The signature of pack {pack} is not for this pack, which was changed; get it again.</source>
        <translation>La firma del paquete {pack} no es de este paquete, que fue cambiado; consígalo de nuevo.</translation>
    </message>
    <message>
        <source>The pack {pack} is signed by a key that is not trusted here ({key}); trust the key, or allow unsigned packs in the settings.</source>
        <translation>El paquete {pack} está firmado con una clave en la que aquí no se confía ({key}); confíe en la clave o permita paquetes sin firma en los ajustes.</translation>
    </message>
    <message>
        <source>The pack {pack} is not signed, so nobody says where it comes from; get a signed one, or allow unsigned packs in the settings.</source>
        <translation>El paquete {pack} no está firmado, así que nadie responde de dónde viene; consiga uno firmado o permita paquetes sin firma en los ajustes.</translation>
    </message>
    <message>
        <source>Adding and removing lists is switched off by your administrator&apos;s policy; ask your administrator.</source>
        <translation>Añadir y quitar listas está desactivado por su administrador; consúltele.</translation>
    </message>
    <message>
        <source>Adding and removing packs is switched off by your administrator&apos;s policy; ask your administrator.</source>
        <translation>Añadir y quitar paquetes está desactivado por su administrador; consúltele.</translation>
    </message>
    <message>
        <source>{file} holds two files of one name, which no pack does; get the pack again.</source>
        <translation>{file} contiene dos archivos con el mismo nombre, como ningún paquete; consiga el paquete de nuevo.</translation>
    </message>
    <message>
        <source>{file} lists far more files than a pack has; ask who made it.</source>
        <translation>{file} enumera muchos más archivos de los que tiene un paquete; pregunte a quien lo hizo.</translation>
    </message>
    <message>
        <source>Exporting from the window is switched off by your administrator&apos;s policy; ask your administrator.</source>
        <translation>La exportación desde la ventana está desactivada por su administrador; consúltele.</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy {file} cannot be followed ({reason}); ask your administrator to mend it.</source>
        <translation>No se puede seguir la política del administrador {file} ({reason}); pida a su administrador que la corrija.</translation>
    </message>
    <message>
        <source>The revocations in {file} cannot be read, so no pack is trusted; get this file again.</source>
        <translation>No se pueden leer las revocaciones de {file}, así que no se confía en ningún paquete; consiga este archivo de nuevo.</translation>
    </message>
    <message>
        <source>The audit file {file} cannot be written ({reason}), so nothing goes on; ask your administrator.</source>
        <translation>No se puede escribir el registro de auditoría {file} ({reason}), así que nada continúa; consulte a su administrador.</translation>
    </message>
    <message>
        <source>The audit file {file} is held by another program, so nothing goes on; close that one.</source>
        <translation>Otro programa ocupa el registro de auditoría {file}, así que nada continúa; ciérrelo.</translation>
    </message>
    <message>
        <source>The language of this document is not clear; name it.</source>
        <translation>El idioma de este documento no está claro; indíquelo en la lista de documentos.</translation>
    </message>
    <message>
        <source>No installed pack reads the language {language}; there are {languages}.</source>
        <translation>Ningún paquete instalado lee el idioma {language}; hay {languages}.</translation>
    </message>
    <message>
        <source>No installed pack finds {label}; choose among {labels}.</source>
        <translation>Ningún paquete instalado encuentra {label}; elija entre {labels}.</translation>
    </message>
    <message>
        <source>This machine has no CUDA device; choose the device cpu or auto.</source>
        <translation>Este equipo no tiene ningún dispositivo CUDA; elija el dispositivo cpu o auto.</translation>
    </message>
    <message>
        <source>The letter has no place from {start} to {end}; mark a part of its text.</source>
        <translation>El informe no tiene ningún lugar de {start} a {end}; marque una parte de su texto.</translation>
    </message>
    <message>
        <source>There is no word in what is marked; mark at least one letter or digit.</source>
        <translation>No hay ninguna palabra en lo marcado; marque al menos una letra o cifra.</translation>
    </message>
    <message>
        <source>What is marked begins or ends with a blank; mark whole words.</source>
        <translation>Lo marcado empieza o termina con un espacio; marque palabras enteras.</translation>
    </message>
    <message>
        <source>This place is marked as {label} already; choose another label or other bounds.</source>
        <translation>Este lugar ya está marcado como {label}; elija otra etiqueta u otros límites.</translation>
    </message>
    <message>
        <source>This mention is not in the letter any more; choose it again.</source>
        <translation>Esta mención ya no está en el informe; elíjala de nuevo.</translation>
    </message>
    <message>
        <source>A label is one word without blanks; choose one of the list.</source>
        <translation>Una etiqueta es una palabra sin espacios; elija una de la lista.</translation>
    </message>
    <message>
        <source>This cannot be done at all occurrences at once; choose one mention.</source>
        <translation>Esto no se puede hacer en todas las apariciones a la vez; elija una mención.</translation>
    </message>
    <message>
        <source>A mention in several pieces has no other occurrences; decide each one alone.</source>
        <translation>Una mención en varias partes no tiene otras apariciones; decida cada una por separado.</translation>
    </message>
    <message>
        <source>This letter is not open any more; open it again.</source>
        <translation>Este informe ya no está abierto; ábralo de nuevo.</translation>
    </message>
    <message>
        <source>{file} holds something already; choose a new folder, or one of this work.</source>
        <translation>{file} ya contiene algo; elija una carpeta nueva o una de este trabajo.</translation>
    </message>
    <message>
        <source>{file} cannot be read; choose another folder or mend the file.</source>
        <translation>{file} no se puede leer; elija otra carpeta o arregle el archivo.</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read, so the defaults are used; delete the file.</source>
        <translation>Los ajustes de {file} no se pueden leer, así que se usan los de fábrica; borre el archivo.</translation>
    </message>
    <message>
        <source>There is not enough memory for this document; close other programs or split the file.</source>
        <translation>No hay memoria suficiente para este documento; cierre otros programas o divida el archivo.</translation>
    </message>
    <message>
        <source>An internal error ({kind}{place}) stopped this document; report these words, not its text.</source>
        <translation>Un error interno ({kind}{place}) detuvo este documento; comunique estas palabras, no su texto.</translation>
    </message>
    <message>
        <source>is a PDF without text, such as a scan; recognise its text first (OCR)</source>
        <translation>es un PDF sin texto, como un escaneado; reconozca antes su texto (OCR)</translation>
    </message>
    <message>
        <source>is a PDF protected by a password; save it without one</source>
        <translation>es un PDF protegido con contraseña; guárdelo sin ella</translation>
    </message>
    <message>
        <source>is no whole PDF; export it again</source>
        <translation>no es un PDF completo; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>is no PDF though its name says so; export it again</source>
        <translation>no es un PDF aunque su nombre lo diga; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>holds too much text for one document; split it</source>
        <translation>contiene demasiado texto para un documento; divídalo</translation>
    </message>
    <message>
        <source>is protected by a password or an old Word file; save it as .docx without a password</source>
        <translation>está protegido con contraseña o es un archivo antiguo de Word; guárdelo como .docx sin contraseña</translation>
    </message>
    <message>
        <source>is no whole Word document; open it in Word and save it again</source>
        <translation>no es un documento de Word completo; ábralo en Word y guárdelo de nuevo</translation>
    </message>
    <message>
        <source>is protected by a password; save it without one</source>
        <translation>está protegido con contraseña; guárdelo sin ella</translation>
    </message>
    <message>
        <source>is no OpenDocument text; open it in a word processor and save it again</source>
        <translation>no es un texto OpenDocument; ábralo en un procesador de textos y guárdelo de nuevo</translation>
    </message>
    <message>
        <source>holds no text document; save it as a text (.odt)</source>
        <translation>no contiene un documento de texto; guárdelo como texto (.odt)</translation>
    </message>
    <message>
        <source>is no RTF file though its name says so; save it as RTF or plain text</source>
        <translation>no es un archivo RTF aunque su nombre lo diga; guárdelo como RTF o texto sin formato</translation>
    </message>
    <message>
        <source>ends before its last brace, so that some of it is missing; export it again</source>
        <translation>termina antes de su última llave, así que falta una parte; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>is nested too deeply; open it in a word processor and save it again</source>
        <translation>está demasiado anidado; ábralo en un procesador de textos y guárdelo de nuevo</translation>
    </message>
    <message>
        <source>is an old Word file; save it as .docx</source>
        <translation>es un archivo antiguo de Word; guárdelo como .docx</translation>
    </message>
    <message>
        <source>is no Word file though its name says so; save it as .docx</source>
        <translation>no es un archivo de Word aunque su nombre lo diga; guárdelo como .docx</translation>
    </message>
    <message>
        <source>is an HTML page that shows no text; export it again</source>
        <translation>es una página HTML que no muestra texto; expórtela de nuevo</translation>
    </message>
    <message>
        <source>is HTML that is nested too deeply or too large; save it in a simpler form</source>
        <translation>es HTML demasiado anidado o demasiado grande; guárdelo en una forma más sencilla</translation>
    </message>
    <message>
        <source>is a CDA document without narrative text; export it with its sections&apos; texts</source>
        <translation>es un documento CDA sin texto narrativo; expórtelo con los textos de sus secciones</translation>
    </message>
    <message>
        <source>is XML without text; choose another file</source>
        <translation>es XML sin texto; elija otro archivo</translation>
    </message>
    <message>
        <source>is no whole XML file; export it again</source>
        <translation>no es un archivo XML completo; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>is no whole JSON (line {line}); export it again</source>
        <translation>no es un JSON completo (línea {line}); expórtelo de nuevo</translation>
    </message>
    <message>
        <source>is JSON but no FHIR resource; write letters as one JSON object a line (.jsonl)</source>
        <translation>es JSON pero no un recurso FHIR; escriba los informes como un objeto JSON por línea (.jsonl)</translation>
    </message>
    <message>
        <source>is no JSON object; write one object a line, in UTF-8</source>
        <translation>no es un objeto JSON; escriba un objeto por línea, en UTF-8</translation>
    </message>
    <message>
        <source>is no HL7 v2 file: it has no MSH segment; export it again</source>
        <translation>no es un archivo HL7 v2: no tiene segmento MSH; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>holds no HL7 message with text (OBX or NTE); export its reports</source>
        <translation>no contiene ningún mensaje HL7 con texto (OBX o NTE); exporte sus informes</translation>
    </message>
    <message>
        <source>holds an attachment of the type {kind}, which cannot be read; export its text</source>
        <translation>contiene un adjunto del tipo {kind}, que no se puede leer; exporte su texto</translation>
    </message>
    <message>
        <source>holds zero bytes, so it is no text</source>
        <translation>contiene bytes nulos, así que no es texto</translation>
    </message>
    <message>
        <source>is neither UTF-8 nor in another encoding that this program knows</source>
        <translation>no está en UTF-8 ni en otra codificación que este programa conozca</translation>
    </message>
    <message>
        <source>is not valid UTF-8 at byte {byte}</source>
        <translation>no es UTF-8 válido en el byte {byte}</translation>
    </message>
    <message>
        <source>is no whole {kind}; save it again</source>
        <translation>no es un {kind} completo; guárdelo de nuevo</translation>
    </message>
    <message>
        <source>is damaged inside; save it again</source>
        <translation>está dañado por dentro; guárdelo de nuevo</translation>
    </message>
    <message>
        <source>would unpack to more than {size} MiB; split it</source>
        <translation>ocuparía más de {size} MiB al descomprimirse; divídalo</translation>
    </message>
    <message>
        <source>holds {files} files, more than {most}; split it</source>
        <translation>contiene {files} archivos, más de {most}; divídalo</translation>
    </message>
    <message>
        <source>is packed tighter than any document (a bomb); it was not unpacked</source>
        <translation>está más comprimido que cualquier documento (una bomba); no se ha descomprimido</translation>
    </message>
    <message>
        <source>holds no file that can be read; pack letters into it</source>
        <translation>no contiene ningún archivo que se pueda leer; empaquete informes en él</translation>
    </message>
    <message>
        <source>made the parser fail; open it in the program that wrote it and save it again</source>
        <translation>hizo fallar la lectura; ábralo en el programa que lo escribió y guárdelo de nuevo</translation>
    </message>
    <message>
        <source>takes longer than {seconds} s to parse; save it in a simpler form</source>
        <translation>tarda más de {seconds} s en leerse; guárdelo en una forma más sencilla</translation>
    </message>
    <message>
        <source>needs too much memory to parse; split it or save it in a simpler form</source>
        <translation>necesita demasiada memoria para leerse; divídalo o guárdelo en una forma más sencilla</translation>
    </message>
    <message>
        <source>Another batch is working in {file}; wait for its end, or choose another folder.</source>
        <translation>Otro lote está trabajando en {file}; espere a que acabe o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The input {input} lies inside {file}; choose another folder for the output.</source>
        <translation>La entrada {input} está dentro de {file}; elija otra carpeta para el resultado.</translation>
    </message>
    <message>
        <source>{file} lies inside the input {input}; choose a folder outside it.</source>
        <translation>{file} está dentro de la entrada {input}; elija una carpeta fuera de ella.</translation>
    </message>
    <message>
        <source>{file} cannot be made ({reason}); choose another folder.</source>
        <translation>No se puede crear {file} ({reason}); elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}); choose another folder.</source>
        <translation>No se puede escribir {file} ({reason}); elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} cannot be locked ({reason}), so two batches could write there at once; choose a folder on another disk.</source>
        <translation>No se puede bloquear {file} ({reason}), así que dos lotes podrían escribir ahí a la vez; elija una carpeta en otro disco.</translation>
    </message>
    <message>
        <source>The journal {file} cannot be used ({kind}): {reason}.</source>
        <translation>No se puede usar el diario {file} ({kind}): {reason}.</translation>
    </message>
    <message>
        <source>The journal {file} was written by a newer program; go on with that one, or choose another folder.</source>
        <translation>El diario {file} lo escribió un programa más nuevo; siga con ese o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The journal of this batch lies on the computer {computer}; go on there, or choose another folder.</source>
        <translation>El diario de este lote está en el ordenador {computer}; siga allí o elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} is no journal of a batch; choose another folder.</source>
        <translation>{file} no es el diario de un lote; elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} leads into the output folder; it was not read.</source>
        <translation>{file} lleva a la carpeta del resultado; no se ha leído.</translation>
    </message>
    <message>
        <source>{file} would be written to the same place as {other}; rename one of them.</source>
        <translation>{file} se guardaría en el mismo lugar que {other}; cambie el nombre de uno de los dos.</translation>
    </message>
    <message>
        <source>None of the documents in {file} was read, they would be written to the same place as {other}; rename one.</source>
        <translation>No se ha leído ningún documento de {file}: se escribirían en el mismo lugar que {other}; cambie el nombre de uno.</translation>
    </message>
    <message>
        <source>{file} {problem}; move it away, or let it be written over (--force).</source>
        <translation>{file} {problem}; retírelo o deje que se reemplace (--force).</translation>
    </message>
    <message>
        <source>Its text holds half of a surrogate pair, which no file can hold.</source>
        <translation>Su texto contiene medio par sustituto, que ningún archivo puede contener.</translation>
    </message>
    <message>
        <source>{file} cannot be written: its text holds half of a surrogate pair.</source>
        <translation>No se puede escribir {file}: su texto contiene medio par sustituto.</translation>
    </message>
    <message>
        <source>There is no letter in {file}; choose a folder that holds some.</source>
        <translation>No hay ningún informe en {file}; elija una carpeta que contenga alguno.</translation>
    </message>
    <message>
        <source>The pack {pack} was replaced while the batch was running; start it again.</source>
        <translation>El paquete {pack} se reemplazó mientras el lote trabajaba; inícielo de nuevo.</translation>
    </message>
    <message>
        <source>Fewer than two documents are reviewed; review some more.</source>
        <translation>Hay menos de dos documentos revisados; revise algunos más.</translation>
    </message>
    <message>
        <source>Nothing in {file} is reviewed yet; open it in the window, review, and choose Precision and recall here, or put corrected brat files into its folder {folder}.</source>
        <translation>En {file} no hay nada revisado todavía; ábralo en la ventana, revise y elija Precisión y exhaustividad aquí, o ponga archivos brat corregidos en su carpeta {folder}.</translation>
    </message>
    <message>
        <source>{file} cannot be read; draw the set again.</source>
        <translation>No se puede leer {file}; extraiga el conjunto de nuevo.</translation>
    </message>
    <message>
        <source>{file} is not what was drawn; draw the set again.</source>
        <translation>{file} no es lo que se extrajo; extraiga el conjunto de nuevo.</translation>
    </message>
    <message>
        <source>{file} is of a newer version of this program; update the program.</source>
        <translation>{file} es de una versión más nueva de este programa; actualice el programa.</translation>
    </message>
    <message>
        <source>{file}: the text of {name} is not the one that was drawn; review it again.</source>
        <translation>{file}: el texto de {name} no es el que se extrajo; revíselo de nuevo.</translation>
    </message>
    <message>
        <source>Another window saves its corrections, so nothing was deleted; close it, then try again.</source>
        <translation>Otra ventana guarda sus correcciones, así que no se ha borrado nada; ciérrela e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{file} cannot be removed ({reason}); remove it by hand.</source>
        <translation>No se puede quitar {file} ({reason}); quítelo a mano.</translation>
    </message>
    <message>
        <source>There is nothing on the left to take; take the right one or neither.</source>
        <translation>A la izquierda no hay nada que tomar; tome la de la derecha o ninguna.</translation>
    </message>
    <message>
        <source>There is nothing on the right to take; take the left one or neither.</source>
        <translation>A la derecha no hay nada que tomar; tome la de la izquierda o ninguna.</translation>
    </message>
    <message>
        <source>{file} is an archive or a workbook; unpack it, or save its table as CSV.</source>
        <translation>{file} es un archivo comprimido o un libro de cálculo; descomprímalo o guarde su tabla como CSV.</translation>
    </message>
    <message>
        <source>{file} holds no name that can be used; give {expected}.</source>
        <translation>{file} no contiene ningún nombre que se pueda usar; elija {expected}.</translation>
    </message>
    <message>
        <source>A list cannot be called {name}; choose a plain name.</source>
        <translation>Una lista no puede llamarse {name}; elija un nombre sencillo.</translation>
    </message>
    <message>
        <source>{file} has no names of drugs in the language {language}; choose another language.</source>
        <translation>{file} no tiene nombres de fármacos en el idioma {language}; elija otro idioma.</translation>
    </message>
    <message>
        <source>{file} is a list that this program made of letters; open the letters themselves.</source>
        <translation>{file} es una lista que este programa hizo de informes; abra los propios informes.</translation>
    </message>
    <message>
        <source>was changed after this batch wrote it</source>
        <translation>se cambió después de que este lote lo escribiera</translation>
    </message>
    <message>
        <source>exists already, and this batch did not write it</source>
        <translation>ya existe y no lo escribió este lote</translation>
    </message>
    <message>
        <source>cannot be parsed: its process does not start; install the program again</source>
        <translation>no se puede analizar: su proceso no arranca; instale el programa de nuevo</translation>
    </message>
    <message>
        <source>declares XML entities, which are not read; export it without a document type</source>
        <translation>declara entidades XML, que no se leen; expórtelo sin tipo de documento</translation>
    </message>
    <message>
        <source>refers to XML entities, which are not read; export it without a document type</source>
        <translation>remite a entidades XML, que no se leen; expórtelo sin tipo de documento</translation>
    </message>
    <message>
        <source>has a line that is too long for a table; export it again</source>
        <translation>tiene una línea demasiado larga para una tabla; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>has fewer cells than the table has columns; export it again</source>
        <translation>tiene menos celdas que columnas la tabla; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>has more cells than the table has columns; put its text into quotation marks</source>
        <translation>tiene más celdas que columnas la tabla; ponga su texto entre comillas</translation>
    </message>
    <message>
        <source>holds more than {number} documents; split it</source>
        <translation>contiene más de {number} documentos; divídalo</translation>
    </message>
    <message>
        <source>holds an attachment that is no whole base64; export it again</source>
        <translation>contiene un adjunto que no es base64 completo; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>is JSON that is nested too deeply; export it again</source>
        <translation>es JSON anidado con demasiada profundidad; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>is XML that is nested too deeply or too large; export it again</source>
        <translation>es XML demasiado profundo o demasiado grande; expórtelo de nuevo</translation>
    </message>
    <message>
        <source>is a CDA document whose body lies in another file; open that file</source>
        <translation>es un documento CDA cuyo cuerpo está en otro archivo; abra ese archivo</translation>
    </message>
    <message>
        <source>is damaged or changes its encoding about line {line}; save it as UTF-8</source>
        <translation>está dañado o cambia de codificación hacia la línea {line}; guárdelo como UTF-8</translation>
    </message>
    <message>
        <source>is not in the character set that it names ({name}); export it as UTF-8</source>
        <translation>no está en el juego de caracteres que indica ({name}); expórtelo como UTF-8</translation>
    </message>
    <message>
        <source>is packed tighter than any document (a bomb); it was read no further</source>
        <translation>está más comprimido que cualquier documento (una bomba); no se siguió leyendo</translation>
    </message>
    <message>
        <source>is {kind} under the name of a text</source>
        <translation>es {kind} con nombre de texto</translation>
    </message>
    <message>
        <source>lies more than {number} archives deep; unpack it</source>
        <translation>está a más de {number} archivos comprimidos de profundidad; descomprímalo</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>&amp;Skip passages that a quick test finds empty</source>
        <translation>&amp;Omitir pasajes que una prueba rápida da por vacíos</translation>
    </message>
    <message>
        <source>Quicker; a few mentions are lost</source>
        <translation>Más rápido; se pierden algunas menciones</translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>El idioma cambia al reiniciar el programa.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>&amp;Restablecer valores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Idioma del programa</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Size of te&amp;xt</source>
        <translation>Tamaño del te&amp;xto</translation>
    </message>
    <message>
        <source>&amp;Language of the program</source>
        <translation>&amp;Idioma del programa</translation>
    </message>
    <message>
        <source>As in the corpora (ENFERMEDAD, FARMACO)</source>
        <translation>Como en los corpus (ENFERMEDAD, FARMACO)</translation>
    </message>
    <message>
        <source>English (DISEASE, DRUG)</source>
        <translation>Inglés (DISEASE, DRUG)</translation>
    </message>
    <message>
        <source>Names of labels</source>
        <translation>Nombres de las etiquetas</translation>
    </message>
    <message>
        <source>Names that the model finds likely too</source>
        <translation>Nombres que el modelo también ve probables</translation>
    </message>
    <message>
        <source>All names in the lists</source>
        <translation>Todos los nombres de las listas</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>No se usan</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>Listas de términos</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recomendada</translation>
    </message>
    <message>
        <source>As in the ENIGMA publication (2024)</source>
        <translation>Como en la publicación de ENIGMA (2024)</translation>
    </message>
    <message>
        <source>Tidying up of what the model finds</source>
        <translation>Depuración de lo que halla el modelo</translation>
    </message>
    <message>
        <source>Tidying &amp;up of what the model finds</source>
        <translation>Dep&amp;uración de lo que halla el modelo</translation>
    </message>
    <message>
        <source>&amp;Names of labels</source>
        <translation>&amp;Nombres de las etiquetas</translation>
    </message>
    <message>
        <source>&amp;Word lists</source>
        <translation>List&amp;as de términos</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Keys without Ctrl or F work while the text has the focus.</source>
        <translation>Las teclas sin Ctrl ni F funcionan cuando el texto tiene el foco.</translation>
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
        <translation>Puntuación {score}</translation>
    </message>
    <message>
        <source>Found by the model</source>
        <translation>Encontrado por el modelo</translation>
    </message>
    <message>
        <source>Found by the word list</source>
        <translation>Encontrado por la lista de términos</translation>
    </message>
    <message>
        <source>Marked by a person</source>
        <translation>Marcado por una persona</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>De un archivo</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Possible miss</source>
        <translation>Posible omisión</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>Analizando</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Analizado</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
</context>
<context>
    <name>TaggingThread</name>
    <message>
        <source>Tagging is not possible because of an internal error ({kind}); report these words.</source>
        <translation>No se puede analizar por un error interno ({kind}); comunique estas palabras.</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the document</source>
        <translation>Texto del documento</translation>
    </message>
</context>
<context>
    <name>ThresholdSlider</name>
    <message>
        <source>Lowest score shown: %1</source>
        <translation>Puntuación mínima mostrada: %1</translation>
    </message>
    <message>
        <source>Reset the threshold: %1</source>
        <translation>Restablecer el umbral: %1</translation>
    </message>
    <message>
        <source>The model&apos;s own threshold is %1.</source>
        <translation>El umbral propio del modelo es %1.</translation>
    </message>
    <message>
        <source>Precision and recall unknown</source>
        <translation>Precisión y exhaustividad desconocidas</translation>
    </message>
    <message>
        <source>No letter with such candidates is open.</source>
        <translation>No hay abierto ningún informe con esos candidatos.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Estimate on other documents: precision %1, recall %2</source>
        <translation>Estimación en otros documentos: precisión %1, exhaustividad %2</translation>
    </message>
    <message>
        <source>This rests on what the maker of the model measured on documents that it had not learned from.</source>
        <translation>Se basa en lo que midió el autor del modelo en documentos de los que el modelo no había aprendido.</translation>
    </message>
    <message>
        <source>This starts from what the maker measured at the model&apos;s own threshold, on documents that it had not learned from, and goes on by the scores of the candidates in the open letters.</source>
        <translation>Parte de lo que midió el autor con el umbral propio del modelo, en documentos de los que este no había aprendido, y sigue con las puntuaciones de los candidatos de los informes abiertos.</translation>
    </message>
    <message>
        <source>This rests on the scores of the candidates in the open letters alone, so it moves when letters are opened or closed; what the model overlooked is left out, so the true recall is lower.</source>
        <translation>Se basa solo en las puntuaciones de los candidatos de los informes abiertos, así que cambia al abrir o cerrar informes; lo que el modelo pasó por alto no cuenta, de modo que la exhaustividad real es menor.</translation>
    </message>
    <message>
        <source>Your decisions do not count in it: it says nothing about this letter.</source>
        <translation>Sus decisiones no cuentan: no dice nada de este informe.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>S&amp;kip the tour</source>
        <translation>&amp;Omitir el recorrido</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Paso {number} de {all}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminar</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Precision and recall here</source>
        <translation>Precisión y exhaustividad aquí</translation>
    </message>
    <message>
        <source>{reviewed} of {drawn} drawn documents are reviewed. They stand for {documents} documents.</source>
        <translation>{reviewed} de los {drawn} documentos extraídos están revisados. Representan a {documents} documentos.</translation>
    </message>
    <message>
        <source>Model pack {pack} {version}, SHA-256 {sha256}</source>
        <translation>Paquete de modelo {pack} {version}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisión</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>exhaustividad</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correctas</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontradas</translation>
    </message>
    <message>
        <source>there</source>
        <translation>existentes</translation>
    </message>
    <message>
        <source>stratum</source>
        <translation>estrato</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documentos</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>extraídos</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>revisados</translation>
    </message>
    <message>
        <source>no mention</source>
        <translation>ninguna mención</translation>
    </message>
    <message>
        <source>few mentions</source>
        <translation>pocas menciones</translation>
    </message>
    <message>
        <source>many mentions</source>
        <translation>muchas menciones</translation>
    </message>
    <message>
        <source>all surer</source>
        <translation>todas más seguras</translation>
    </message>
    <message>
        <source>some less sure</source>
        <translation>algunas menos seguras</translation>
    </message>
    <message>
        <source>unknown language</source>
        <translation>idioma desconocido</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Documents were drawn at random within strata (language, number of mentions, least sure score). Precision, recall and F1 are combined ratio estimates (Cochran 1977, 6.11); the 95 % intervals are the wider of Wilson&apos;s for the effective number of mentions (Korn and Graubard 1998) and Hall&apos;s (1992). A mention is right where label, start and end are.</source>
        <translation>Los documentos se extrajeron al azar dentro de estratos (idioma, número de menciones, puntuación menos segura). Precisión, exhaustividad y F1 son estimadores de razón combinados (Cochran 1977, 6.11); los intervalos del 95 % son los más anchos entre los de Wilson para el número efectivo de menciones (Korn y Graubard 1998) y los de Hall (1992). Una mención es correcta si lo son su etiqueta, su inicio y su final.</translation>
    </message>
    <message>
        <source>Whoever reviews sees the suggestions, so mentions that nobody suggested are overlooked more easily: recall may be lower than shown. Where a few letters hold most of the errors, fifty letters say little; review two hundred.</source>
        <translation>Quien revisa ve las propuestas, de modo que las menciones que nadie propuso se pasan por alto con más facilidad: la exhaustividad puede ser menor que la indicada. Si unos pocos informes reúnen la mayoría de los errores, cincuenta informes dicen poco; revise doscientos.</translation>
    </message>
    <message>
        <source>Mentions of {label} in letters of the language {language} do not count, as no pack looks for them there: {number}.</source>
        <translation>Menciones de {label} en informes del idioma {language} que no cuentan, porque ningún paquete las busca ahí: {number}.</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Precision and recall here</source>
        <translation>Precisión y exhaustividad aquí</translation>
    </message>
</context>
<context>
    <name>Trusting</name>
    <message>
        <source>No set for review is open; draw one with “cardioner sample”, open its folder and review its documents.</source>
        <translation>No hay ninguna muestra para revisar abierta; saque una con «cardioner sample», abra su carpeta y revise sus documentos.</translation>
    </message>
</context>
<context>
    <name>UnsignedSwitch</name>
    <message>
        <source>Allow models that no trusted key &amp;signed</source>
        <translation>Permitir modelos no firma&amp;dos con una clave de confianza</translation>
    </message>
    <message>
        <source>Nobody says where such a model comes from, nor that it was not changed on the way</source>
        <translation>Nadie responde de dónde viene un modelo así ni de que no cambiara por el camino</translation>
    </message>
</context>
<context>
    <name>UpdatesPanel</name>
    <message>
        <source>CardioNER asks no network for updates. New models and new versions of the program come on a stick or in a folder. Choose it: what is on it is checked, and nothing is changed until you say so.</source>
        <translation>CardioNER no busca actualizaciones en ninguna red. Los modelos y las versiones nuevas del programa llegan en una memoria USB o en una carpeta. Elíjala: se comprueba su contenido y no se cambia nada hasta que usted lo diga.</translation>
    </message>
    <message>
        <source>&amp;Look on a stick or in a folder…</source>
        <translation>&amp;Buscar en una memoria USB o una carpeta…</translation>
    </message>
    <message>
        <source>Updates that were found</source>
        <translation>Actualizaciones encontradas</translation>
    </message>
    <message>
        <source>&amp;Install this model</source>
        <translation>Instalar es&amp;te modelo</translation>
    </message>
    <message>
        <source>&amp;Copy the command</source>
        <translation>&amp;Copiar la orden</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation>Buscar actualizaciones</translation>
    </message>
    <message>
        <source>There is no model and no version of CardioNER here; choose another folder.</source>
        <translation>Aquí no hay ningún modelo ni ninguna versión de CardioNER; elija otra carpeta.</translation>
    </message>
    <message>
        <source>The program: CardioNER {version}</source>
        <translation>El programa: CardioNER {version}</translation>
    </message>
    <message>
        <source>Model for {language}: {name} {version}</source>
        <translation>Modelo para {language}: {name} {version}</translation>
    </message>
    <message>
        <source>{name}: cannot be used</source>
        <translation>{name}: no se puede usar</translation>
    </message>
    <message>
        <source>It is as it was released. {signer}.</source>
        <translation>Está tal como se publicó. {signer}.</translation>
    </message>
    <message>
        <source>It is older than yours, {version}.</source>
        <translation>Es más antigua que la suya, {version}.</translation>
    </message>
    <message>
        <source>You have this version already.</source>
        <translation>Usted ya tiene esta versión.</translation>
    </message>
    <message>
        <source>To install it, copy this command, close CardioNER, open a terminal and paste it there: {command}</source>
        <translation>Para instalarla, copie esta orden, cierre CardioNER, abra un terminal y péguela allí: {command}</translation>
    </message>
    <message>
        <source>An administrator of this computer installs it: close CardioNER and run {command}</source>
        <translation>La instala un administrador de este equipo: cierre CardioNER y ejecute {command}</translation>
    </message>
    <message>
        <source>To install it, close CardioNER and start {file}</source>
        <translation>Para instalarla, cierre CardioNER y ejecute {file}</translation>
    </message>
    <message>
        <source>To install it, close CardioNER, open {file} and drag CardioNER to Applications.</source>
        <translation>Para instalarla, cierre CardioNER, abra {file} y arrastre CardioNER a Aplicaciones.</translation>
    </message>
    <message>
        <source>This CardioNER was not installed from a package, so none takes its place: {file}</source>
        <translation>Este CardioNER no se instaló desde un paquete, así que ninguno ocupa su lugar: {file}</translation>
    </message>
</context>
<context>
    <name>_View</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
</TS>
