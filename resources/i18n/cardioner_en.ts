<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchDialog</name>
    <message numerus="yes">
        <source>%n file(s) to be written exist there already; the first is %1.</source>
        <translation>
            <numerusform>%n file to be written exists there already; the first is %1.</numerusform>
            <numerusform>%n files to be written exist there already; the first is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A person has reviewed %n letter(s) of this folder.</source>
        <translation>
            <numerusform>A person has reviewed %n letter of this folder.</numerusform>
            <numerusform>A person has reviewed %n letters of this folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) failed; the list says why.</source>
        <translation>
            <numerusform>%n document failed; the list says why.</numerusform>
            <numerusform>%n documents failed; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchSummary</name>
    <message numerus="yes">
        <source>%n document(s) of %1 tagged and written to %2.</source>
        <translation>
            <numerusform>%n document of %1 tagged and written to %2.</numerusform>
            <numerusform>%n documents of %1 tagged and written to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message numerus="yes">
        <source>%n letter(s) written to %1.</source>
        <translation>
            <numerusform>%n letter written to %1.</numerusform>
            <numerusform>%n letters written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) with open differences left out.</source>
        <translation>
            <numerusform>%n letter with open differences left out.</numerusform>
            <numerusform>%n letters with open differences left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n %1</source>
        <translation>
            <numerusform>%n %1</numerusform>
            <numerusform>%n %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComputerPanel</name>
    <message numerus="yes">
        <source>%n processor core(s) can be used: {processor}.</source>
        <translation>
            <numerusform>%n processor core can be used: {processor}.</numerusform>
            <numerusform>%n processor cores can be used: {processor}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n CUDA graphics card(s) can be used; large batches go there.</source>
        <translation>
            <numerusform>%n CUDA graphics card can be used; large batches go there.</numerusform>
            <numerusform>%n CUDA graphics cards can be used; large batches go there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentPanel</name>
    <message numerus="yes">
        <source>%1 of %n document(s)</source>
        <translation>
            <numerusform>%1 of %n document</numerusform>
            <numerusform>%1 of %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>%1, in %n place(s)</source>
        <translation>
            <numerusform>%1, in %n place</numerusform>
            <numerusform>%1, in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n sure mention(s)</source>
        <translation>
            <numerusform>accept %n sure mention</numerusform>
            <numerusform>accept %n sure mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n mention(s))</source>
        <translation>
            <numerusform>%1 (%n mention)</numerusform>
            <numerusform>%1 (%n mentions)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of “%1” accepted, and it counts as reviewed; %3 takes that back.</source>
        <translation>
            <numerusform>%n mention of “%1” accepted, and it counts as reviewed; %3 takes that back.</numerusform>
            <numerusform>%n mentions of “%1” accepted, and it counts as reviewed; %3 takes that back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sure mention(s) of “%1” accepted; %3 takes that back.</source>
        <translation>
            <numerusform>%n sure mention of “%1” accepted; %3 takes that back.</numerusform>
            <numerusform>%n sure mentions of “%1” accepted; %3 takes that back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sure mention(s) accepted (documents: %1); %3 takes that back.</source>
        <translation>
            <numerusform>%n sure mention accepted (documents: %1); %3 takes that back.</numerusform>
            <numerusform>%n sure mentions accepted (documents: %1); %3 takes that back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: “%4”, at %n place(s) in “%1”; %3 takes that back.</source>
        <translation>
            <numerusform>%2: “%4”, at %n place in “%1”; %3 takes that back.</numerusform>
            <numerusform>%2: “%4”, at %n places in “%1”; %3 takes that back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: “%4”, at %n place(s) (documents: %1); %3 takes that back.</source>
        <translation>
            <numerusform>%2: “%4”, at %n place (documents: %1); %3 takes that back.</numerusform>
            <numerusform>%2: “%4”, at %n places (documents: %1); %3 takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) to be written exist there already; the first is %1.</source>
        <translation>
            <numerusform>%n file to be written exists there already; the first is %1.</numerusform>
            <numerusform>%n files to be written exist there already; the first is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported to %1.</source>
        <translation>
            <numerusform>%n document exported to %1.</numerusform>
            <numerusform>%n documents exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not reviewed.</source>
        <translation>
            <numerusform>%n of them is not reviewed.</numerusform>
            <numerusform>%n of them are not reviewed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not exported: %1</source>
        <translation>
            <numerusform>%n document not exported: %1</numerusform>
            <numerusform>%n documents not exported: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out because they are not marked as reviewed.</source>
        <translation>
            <numerusform>%n document left out because it is not marked as reviewed.</numerusform>
            <numerusform>%n documents left out because they are not marked as reviewed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out because they are not tagged.</source>
        <translation>
            <numerusform>%n document left out because it is not tagged.</numerusform>
            <numerusform>%n documents left out because they are not tagged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportFields</name>
    <message numerus="yes">
        <source>All that are tagged (%n)</source>
        <translation>
            <numerusform>All that are tagged (%n)</numerusform>
            <numerusform>All that are tagged (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those selected in the list (%n)</source>
        <translation>
            <numerusform>Those selected in the list (%n)</numerusform>
            <numerusform>Those selected in the list (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not marked as reviewed are left out.</source>
        <translation>
            <numerusform>%n document that is not marked as reviewed is left out.</numerusform>
            <numerusform>%n documents that are not marked as reviewed are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 document(s) are not marked as reviewed.</source>
        <translation>
            <numerusform>%n of %1 documents is not marked as reviewed.</numerusform>
            <numerusform>%n of %1 documents are not marked as reviewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Purging</name>
    <message numerus="yes">
        <source>Corrections of %n closed letter(s) will be deleted, and crash reports and files that were left behind too. What you have not exported is lost. Open letters keep their corrections.</source>
        <translation>
            <numerusform>Corrections of %n closed letter will be deleted, and crash reports and files that were left behind too. What you have not exported is lost. Open letters keep their corrections.</numerusform>
            <numerusform>Corrections of %n closed letters will be deleted, and crash reports and files that were left behind too. What you have not exported is lost. Open letters keep their corrections.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message numerus="yes">
        <source>%n undecided of %1</source>
        <translation>
            <numerusform>%n undecided of %1</numerusform>
            <numerusform>%n undecided of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 reviewed</source>
        <translation>
            <numerusform>%n of %1 reviewed</numerusform>
            <numerusform>%n of %1 reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedSession</name>
    <message numerus="yes">
        <source>Your last session was restored: %n document(s).</source>
        <translation>
            <numerusform>Your last session was restored: %n document.</numerusform>
            <numerusform>Your last session was restored: %n documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of it are not in their place; what you decided is kept for them.</source>
        <translation>
            <numerusform>%n document of it is not in its place; what you decided is kept for it.</numerusform>
            <numerusform>%n documents of it are not in their place; what you decided is kept for them.</numerusform>
        </translation>
    </message>
</context>
</TS>
