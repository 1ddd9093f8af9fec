; The installer for Windows, with Inno Setup 6: iscc /DVersion=0.1.0 cardioner.iss
; Not run yet: it is written for .github/workflows/release.yml and has been checked by nobody on Windows.
;
; For everyone, silently, as an administrator (AppLocker's default rules let people run what lies in Program Files):
;   cardioner-setup.exe /VERYSILENT /ALLUSERS /NORESTART /LOG=install.log
; For oneself, without an administrator:
;   cardioner-setup.exe /CURRENTUSER
; A newer version is kept unless /DOWNGRADE is said. Where the new one does not work on this computer, it says so: install
; the older one again, since Windows keeps no copy of it.
; With /DSigned, sign tool `cardioner` signs the installer and the uninstaller.

#ifndef Version
  #error Say the version: /DVersion=0.1.0
#endif
#ifndef Dist
  #define Dist "..\..\..\dist"
#endif
#ifdef Signed
  #define Title "CardioNER Desktop"
  #define Suffix ""
#else
  #define Title "CardioNER Desktop (evaluation)"
  #define Suffix "-evaluation"
#endif

[Setup]
AppId={{6D6C2F5E-7B0E-4E0B-9C55-2B8D8E0B7A41}
AppName={#Title}
AppVersion={#Version}
AppVerName={#Title} {#Version}
AppPublisher=CardioNER
VersionInfoVersion={#Version}
DefaultDirName={autopf}\CardioNER
DefaultGroupName=CardioNER
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
; A running program is closed before its files are replaced; two installers at once are refused.
CloseApplications=yes
RestartApplications=no
SetupMutex=CardioNERSetup,Global\CardioNERSetup
ChangesEnvironment=no
ChangesAssociations=no
OutputDir={#Dist}
OutputBaseFilename=cardioner-desktop-{#Version}{#Suffix}-windows-x86_64-setup
SetupIconFile=..\..\..\build\icons\app.ico
UninstallDisplayIcon={app}\CardioNER.exe
LicenseFile=..\..\..\LICENSE
Compression=lzma2/ultra64
SolidCompression=yes
WizardStyle=modern
#ifdef Signed
SignTool=cardioner
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "it"; MessagesFile: "compiler:Languages\Italian.isl"

[CustomMessages]
en.Shortcut=A shortcut on the desktop
es.Shortcut=Un acceso directo en el escritorio
it.Shortcut=Un collegamento sul desktop
en.OpenWith=Open with CardioNER
es.OpenWith=Abrir con CardioNER
it.OpenWith=Apri con CardioNER
en.Keep=Remove settings, your own packs and lists, and corrections that were not exported, too?
es.Keep=¿Eliminar también los ajustes, sus paquetes y listas, y las correcciones no exportadas?
en.Older=A newer version, %1, is installed and stays. To replace it by this older one, start this installer with /DOWNGRADE.
es.Older=Está instalada una versión más nueva, %1, que se conserva. Para sustituirla por esta, inicie el instalador con /DOWNGRADE.
it.Older=È installata una versione più recente, %1, che resta. Per sostituirla con questa, avvii il programma di installazione con /DOWNGRADE.
en.Lame=This version does not work on this computer. Install the version that you had before again.
es.Lame=Esta versión no funciona en este equipo. Vuelva a instalar la versión que tenía.
it.Lame=Questa versione non funziona su questo computer. Installi di nuovo la versione che aveva.
it.Keep=Rimuovere anche le impostazioni, i pacchetti e gli elenchi propri e le correzioni non esportate?

[Tasks]
Name: "desktop"; Description: "{cm:Shortcut}"; Flags: unchecked

[InstallDelete]
; Files of an older version that this one has not. Settings, packs of one's own and corrections lie elsewhere.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Dist}\CardioNER\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "{#Dist}\LICENCES.txt"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Dist}\sbom.cdx.json"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Dist}\*.html"; DestDir: "{app}\guides"; Flags: ignoreversion

[Icons]
Name: "{group}\CardioNER"; Filename: "{app}\CardioNER.exe"
Name: "{autodesktop}\CardioNER"; Filename: "{app}\CardioNER.exe"; Tasks: desktop

[Registry]
; "Open with" for letters and folders; what opens them by default stays.
Root: HKA; Subkey: "Software\Classes\Applications\CardioNER.exe\shell\open\command"; ValueType: string; ValueData: """{app}\CardioNER.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.ann\OpenWithProgids"; ValueType: string; ValueName: "CardioNER.ann"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\CardioNER.ann\shell\open\command"; ValueType: string; ValueData: """{app}\CardioNER.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\CardioNER"; ValueType: string; ValueData: "{cm:OpenWith}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\CardioNER\command"; ValueType: string; ValueData: """{app}\CardioNER.exe"" ""%1"""

[Run]
Filename: "{app}\CardioNER.exe"; Flags: postinstall nowait skipifsilent unchecked

[Code]
const
  Uninstalling = 'Software\Microsoft\Windows\CurrentVersion\Uninstall\{6D6C2F5E-7B0E-4E0B-9C55-2B8D8E0B7A41}_is1';

// An older version does not replace a newer one by mistake.
function InitializeSetup: Boolean;
var
  Installed: String;
  Before, Now: Int64;
begin
  Result := True;
  if Pos('/DOWNGRADE', Uppercase(GetCmdTail)) > 0 then
    exit;
  if not RegQueryStringValue(HKA, Uninstalling, 'DisplayVersion', Installed) then
    exit;
  if StrToVersion(Installed, Before) and StrToVersion('{#Version}', Now) and (ComparePackedVersion(Now, Before) < 0) then
  begin
    SuppressibleMsgBox(FmtMessage(CustomMessage('Older'), [Installed]), mbError, MB_OK, IDOK);
    Result := False;
  end;
end;

// The new version has to tag a letter in each language.
procedure CurStepChanged(Step: TSetupStep);
var
  Code: Integer;
begin
  if Step <> ssPostInstall then
    exit;
  if not Exec(ExpandConstant('{app}\cardioner-cli.exe'), 'selftest', '', SW_HIDE, ewWaitUntilTerminated, Code) or (Code <> 0) then
  begin
    Log('cardioner-cli selftest ended with ' + IntToStr(Code));
    SuppressibleMsgBox(CustomMessage('Lame'), mbError, MB_OK, IDOK);
  end;
end;

// What the program keeps for this person goes only where she says so; a silent removal keeps it (/PURGE removes it).
procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Purge: Boolean;
begin
  if Step <> usPostUninstall then
    exit;
  if UninstallSilent then
    Purge := Pos('/PURGE', Uppercase(GetCmdTail)) > 0
  else
    Purge := MsgBox(CustomMessage('Keep'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES;
  if Purge then
    DelTree(ExpandConstant('{localappdata}\CardioNER'), True, True, True);
end;
