# Tells whether the files of this release of CardioNER are the ones that were released, before anything is installed.
# Written, and not run by anybody yet.
#
#   powershell -ExecutionPolicy Bypass -File verify.ps1 [-Fingerprint DIGITS] [-AllowUnsigned] [-Folder FOLDER]
#
# Windows itself checks no Ed25519 signatures. Where openssl 3 is there (Git for Windows brings one), the signature of
# SHA256SUMS is checked with it, by the key in release.pub whose fingerprint you give, or by the keys in
# C:\ProgramData\CardioNER\keys. Where it is not, the script says so and ends with 12; the signature that Windows shows
# under Properties of the installer (Authenticode) is another one, which it tells of.
#
# Exit codes as those of verify.sh: 0 as released; 2 wrong usage; 6 damaged, missing or changed; 10 nobody signed it;
# 11 signed by a key that is not trusted here, or was revoked; 12 this system cannot check the signature.
param(
  [string]$Folder = $PSScriptRoot,
  [string]$Fingerprint = "",
  [switch]$AllowUnsigned
)
$ErrorActionPreference = "Stop"
$site = Join-Path $env:ProgramData "CardioNER\keys"

function Refuse([int]$Code, [string]$Words) {
  [Console]::Error.WriteLine("Not verified: $Words")
  exit $Code
}

function Get-Sha256([byte[]]$Bytes) {
  $hash = [Security.Cryptography.SHA256]::Create()
  return ([BitConverter]::ToString($hash.ComputeHash($Bytes)) -replace "-", "").ToLowerInvariant()
}

function Read-Key([string]$File) {
  # The 32 bytes of the key in a file; none where it is no key file.
  foreach ($line in [IO.File]::ReadAllLines($File)) {
    if ($line -match "^public: (\S+)$") {
      try { $raw = [Convert]::FromBase64String($Matches[1]) } catch { return $null }
      if ($raw.Length -eq 32) { return , $raw }
    }
  }
  return $null
}

function Find-Openssl {
  $found = Get-Command openssl.exe -ErrorAction SilentlyContinue
  if ($found) { return $found.Source }
  foreach ($place in @("$env:ProgramFiles\Git\usr\bin\openssl.exe", "$env:ProgramFiles\Git\mingw64\bin\openssl.exe")) {
    if (Test-Path -LiteralPath $place) { return $place }
  }
  return $null
}

function Test-Signature([string]$Openssl, [byte[]]$Raw) {
  $prefix = [byte[]](0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)
  $file = [IO.Path]::GetTempFileName()
  try {
    [IO.File]::WriteAllBytes($file, [byte[]]($prefix + $Raw))
    # What openssl writes to stderr would end the script otherwise.
    $ErrorActionPreference = "Continue"
    & $Openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey $file -sigfile "$sums.sig" -in $sums *> $null
    return $LASTEXITCODE -eq 0
  } finally {
    Remove-Item -LiteralPath $file -Force
  }
}

function Test-Revoked([string]$Print) {
  if (-not (Test-Path -LiteralPath $site)) { return $false }
  foreach ($list in Get-ChildItem -LiteralPath $site -Filter *.revoked) {
    if ([IO.File]::ReadAllLines($list.FullName) -contains "revoked: $Print") { return $true }
  }
  return $false
}

if (-not (Test-Path -LiteralPath $Folder -PathType Container)) { Refuse 2 "the folder that you named is not there." }
$Folder = (Resolve-Path -LiteralPath $Folder).ProviderPath
$Fingerprint = ($Fingerprint -replace "[ :]", "").ToLowerInvariant()
if ($Fingerprint -and $Fingerprint -notmatch "^[0-9a-f]{64}$") { Refuse 2 "a fingerprint has 64 hexadecimal digits." }

$sums = Join-Path $Folder "SHA256SUMS"
if (-not (Test-Path -LiteralPath $sums)) { Refuse 6 "SHA256SUMS is missing in $Folder; copy the whole release again." }
$files = [ordered]@{}
foreach ($line in [IO.File]::ReadAllLines($sums)) {
  if ($line -cnotmatch "^([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._+~-]*)$") {
    Refuse 6 "SHA256SUMS in $Folder is damaged; copy the whole release again."
  }
  $files[$Matches[2]] = $Matches[1]
}

$signer = ""
if (-not (Test-Path -LiteralPath "$sums.sig")) {
  if (-not $AllowUnsigned) {
    Refuse 10 ("this is an evaluation build, which nobody signed, so nobody says where it comes from; " +
      "get a signed release, or say -AllowUnsigned.")
  }
} else {
  $openssl = Find-Openssl
  $knows = $false
  if ($openssl) {
    $ErrorActionPreference = "Continue"
    $knows = ((& $openssl pkeyutl -help 2>&1) | Out-String) -match "-rawin"
    $ErrorActionPreference = "Stop"
  }
  if (-not $knows) {
    $told = ""
    foreach ($setup in Get-ChildItem -LiteralPath $Folder -Filter *-setup.exe) {
      $status = Get-AuthenticodeSignature -LiteralPath $setup.FullName
      $told = " Windows says of $($setup.Name): $($status.Status) $($status.SignerCertificate.Subject)."
    }
    Refuse 12 ("this system has no openssl 3.0 or newer, which checks the signature of SHA256SUMS; install it, or " +
      "verify the release on another system.$told")
  }
  $candidates = @()
  if ($Fingerprint) {
    $file = Join-Path $Folder "release.pub"
    if (-not (Test-Path -LiteralPath $file)) { Refuse 6 "release.pub, the key that signed, is missing in $Folder; copy it again." }
    $raw = Read-Key $file
    if (-not $raw) { Refuse 6 "release.pub in $Folder is damaged; copy the whole release again." }
    $print = Get-Sha256 $raw
    if ($print -ne $Fingerprint) { Refuse 11 "the key in release.pub has another fingerprint, $print; do not install it." }
    $candidates += , $raw
  } elseif (Test-Path -LiteralPath $site) {
    foreach ($file in Get-ChildItem -LiteralPath $site -Filter *.pub) {
      $raw = Read-Key $file.FullName
      if ($raw) { $candidates += , $raw }
    }
  }
  foreach ($raw in $candidates) {
    if (Test-Signature $openssl $raw) {
      $signer = Get-Sha256 $raw
      break
    }
  }
  if (-not $signer) {
    Refuse 11 ("no key that is trusted here signed it, or it was changed; compare the fingerprint that you were told on " +
      "another way, and give it with -Fingerprint.")
  }
  if (Test-Revoked $signer) { Refuse 11 "it is signed with a key that was revoked; get a newly signed release." }
}

$count = 0
foreach ($name in $files.Keys) {
  $file = Join-Path $Folder $name
  if (-not (Test-Path -LiteralPath $file)) { continue }
  if ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash.ToLowerInvariant() -ne $files[$name]) {
    Refuse 6 "$name is damaged or was changed: it is not the file of the release; do not install it, copy it again."
  }
  $count++
}
if ($count -eq 0) { Refuse 6 "none of the files of the release is in $Folder; copy the whole release again." }
if ($signer) {
  Write-Output "$count files are as they were released, signed by the key`n  $signer"
} else {
  Write-Output "$count files are as their list says. Evaluation build: nobody signed it."
}
exit 0
