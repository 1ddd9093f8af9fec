#!/bin/sh
# Tells whether the files of this release of CardioNER are the ones that were released, before anything is installed.
#
#   sh verify.sh [--fingerprint DIGITS | --key FILE.pub] [--allow-unsigned] [FOLDER]
#
# FOLDER is the one that this script lies in. Which key may sign: the one whose fingerprint you were told on another way
# than this stick (--fingerprint, 64 digits, blanks do not matter), the one in a file that you have from elsewhere
# (--key), else those that an administrator put into /etc/xdg/CardioNER/keys. It needs sha256sum (or shasum) and, for the
# signature, openssl 3.0 or newer.
# Whoever can change the files of a stick can change this script on it too: keep a copy of it, or type the two commands
# of installation.html. An installed CardioNER checks a release with its own means: cardioner update FOLDER --check
#
# Exit codes: 0 as released; 2 wrong usage; 6 damaged, missing or changed; 10 nobody signed it (an evaluation build);
# 11 signed by a key that is not trusted here, or was revoked; 12 this system cannot check the signature.
set -eu
LC_ALL=C
export LC_ALL
SITE=${CARDIONER_VERIFY_SITE:-/etc/xdg/CardioNER/keys}

refuse() {
  code=$1
  shift
  printf 'Not verified: %s\n' "$*" >&2
  exit "$code"
}

folder=
fingerprint=
key=
unsigned=
while [ $# -gt 0 ]; do
  case $1 in
    --fingerprint | --key)
      [ $# -ge 2 ] || refuse 2 "$1 needs a word behind it."
      if [ "$1" = --key ]; then key=$2; else fingerprint=$(printf '%s' "$2" | tr -d ' :' | tr 'A-F' 'a-f'); fi
      shift 2
      ;;
    --allow-unsigned)
      unsigned=1
      shift
      ;;
    -h | --help)
      sed -n '2,15s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    -*) refuse 2 "$1 is not known; the options are --fingerprint, --key and --allow-unsigned." ;;
    *)
      [ -z "$folder" ] || refuse 2 "name one folder."
      folder=$1
      shift
      ;;
  esac
done
[ -n "$folder" ] || folder=$(dirname -- "$0")
folder=$(CDPATH='' cd -- "$folder" 2>/dev/null && pwd -P) || refuse 2 "the folder that you named is not there."
if [ -n "$fingerprint" ]; then
  case $fingerprint in *[!0-9a-f]*) refuse 2 "a fingerprint has 64 hexadecimal digits." ;; esac
  [ ${#fingerprint} -eq 64 ] || refuse 2 "a fingerprint has 64 hexadecimal digits."
fi
if [ -n "$key" ] && [ ! -f "$key" ]; then refuse 2 "the key file $key is not there."; fi

if command -v sha256sum >/dev/null 2>&1; then
  sum() { sha256sum | cut -d' ' -f1; }
elif command -v shasum >/dev/null 2>&1; then
  sum() { shasum -a 256 | cut -d' ' -f1; }
else
  refuse 12 "this system has neither sha256sum nor shasum; verify the release on another one."
fi

# The list, which the signature is for
sums=$folder/SHA256SUMS
[ -f "$sums" ] || refuse 6 "SHA256SUMS is missing in $folder; copy the whole release again."
if [ ! -s "$sums" ] || grep -Evq '^[0-9a-f]{64}  [A-Za-z0-9][A-Za-z0-9._+~-]*$' "$sums"; then
  refuse 6 "SHA256SUMS in $folder is damaged; copy the whole release again."
fi

# The 32 bytes of the key in a file, as openssl reads them; its fingerprint is in $print then
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
opened() {
  public=$(sed -n 's/^public: //p' "$1" | head -n 1)
  [ -n "$public" ] && printf '%s' "$public" | openssl base64 -d -A >"$work/raw" 2>/dev/null || return 1
  [ "$(wc -c <"$work/raw" | tr -d ' ')" = 32 ] || return 1
  print=$(sum <"$work/raw")
  { printf '\060\052\060\005\006\003\053\145\160\003\041\000' && cat "$work/raw"; } >"$work/key.der"
}
signs() { # whether the key in a file signed the list
  opened "$1" && openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$work/key.der" \
    -sigfile "$sums.sig" -in "$sums" >/dev/null 2>&1
}
revoked() { # whether the administrator revoked the key with the fingerprint $print
  for list in "$SITE"/*.revoked; do
    [ ! -f "$list" ] || ! grep -qx "revoked: $print" "$list" || return 0
  done
  return 1
}

signer=
if [ ! -f "$sums.sig" ]; then
  [ -n "$unsigned" ] || refuse 10 "this is an evaluation build, which nobody signed, so nobody says where it comes from;" \
    "get a signed release, or say --allow-unsigned."
else
  command -v openssl >/dev/null 2>&1 || refuse 12 "this system has no openssl, which checks the signature; install" \
    "openssl 3.0 or newer, or verify the release on another system."
  openssl pkeyutl -help 2>&1 | grep -q -e -rawin || refuse 12 "openssl here is $(openssl version), which cannot check" \
    "Ed25519 signatures; 3.0 or newer is needed, here or on another system."
  if [ -n "$key" ]; then
    opened "$key" || refuse 2 "$key is no key file of CardioNER (they end with .pub); get it again."
    signs "$key" || refuse 11 "the release is not signed by the key in $key, or was changed; do not install it."
  elif [ -n "$fingerprint" ]; then
    [ -f "$folder/release.pub" ] || refuse 6 "release.pub, the key that signed, is missing in $folder; copy it again."
    opened "$folder/release.pub" || refuse 6 "release.pub in $folder is damaged; copy the whole release again."
    [ "$print" = "$fingerprint" ] || refuse 11 "the key in release.pub has another fingerprint, $print; do not install it."
    signs "$folder/release.pub" || refuse 6 "SHA256SUMS is not what the key signed; do not install it, get it again."
  else
    found=
    for file in "$SITE"/*.pub; do
      if [ -f "$file" ] && signs "$file"; then
        found=$file
        break
      fi
    done
    if [ -z "$found" ]; then
      print=unknown
      [ ! -f "$folder/release.pub" ] || opened "$folder/release.pub" || :
      refuse 11 "no key in $SITE signed it; compare the fingerprint that you were told on another way" \
        "with that of release.pub, $print, and give it with --fingerprint."
    fi
  fi
  ! revoked || refuse 11 "it is signed with a key that was revoked; get a newly signed release."
  signer=$print
fi

# Every file of the list that is here
count=0
while read -r digest name; do
  [ -f "$folder/$name" ] || continue
  [ "$(sum <"$folder/$name")" = "$digest" ] ||
    refuse 6 "$name is damaged or was changed: it is not the file of the release; do not install it, copy it again."
  count=$((count + 1))
done <"$sums"
[ "$count" -gt 0 ] || refuse 6 "none of the files of the release is in $folder; copy the whole release again."
for file in "$folder"/*; do
  name=${file##*/}
  case $name in SHA256SUMS | SHA256SUMS.sig | release.pub) continue ;; esac
  [ ! -f "$file" ] || grep -q "  $name\$" "$sums" ||
    printf 'Note: %s is no part of the release and was not looked at.\n' "$name"
done
if [ -n "$signer" ]; then
  printf '%s files are as they were released, signed by the key\n  %s\n' "$count" "$signer"
else
  printf '%s files are as their list says. Evaluation build: nobody signed it.\n' "$count"
fi
