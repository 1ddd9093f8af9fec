#!/bin/sh
# Installs CardioNER Desktop for one user; needs no root and no network. The same command upgrades.
#
#   ./install.sh [--prefix DIR] [--downgrade]     DIR is ~/.local by default
#
# Exit codes: 0 installed; 2 wrong usage; 3 the folder cannot be written; 4 not enough space; 5 another installation or
# the program itself is running; 6 the files are damaged or missing; 7 this system is too old or of another kind;
# 8 the new version does not work here (the one before stays); 9 a newer version is installed (--downgrade replaces it).
# Nothing is changed where the code is not 0. verify.sh, beside the archive, tells whether the archive is the released
# one; `cardioner update FOLDER` of an installed version checks that by itself.
set -eu
umask 022
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
GLIBC=@GLIBC@
FILES=@FILES@
MACHINE=@MACHINE@
VERSION=@VERSION@

refuse() {
  code=$1
  shift
  printf 'CardioNER was not installed: %s\n' "$*" >&2
  exit "$code"
}

prefix=${CARDIONER_PREFIX:-}
downgrade=
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -ge 2 ] || refuse 2 "--prefix needs a folder."
      prefix=$2
      shift 2
      ;;
    --downgrade)
      downgrade=1
      shift
      ;;
    -h | --help)
      sed -n '2,11s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    *) refuse 2 "$1 is not known; the options are --prefix DIR and --downgrade." ;;
  esac
done
if [ -z "$prefix" ]; then
  [ -n "${HOME:-}" ] || refuse 2 "there is no home folder (HOME is empty); name a folder with --prefix DIR."
  prefix=$HOME/.local
fi
case $prefix in /*) ;; *) prefix=$(pwd -P)/$prefix ;; esac
case $prefix in *'
'*) refuse 2 "the name of the folder holds a line break; choose another one with --prefix DIR." ;; esac

# This system
[ "$(uname -s)" = Linux ] && [ "$(uname -m)" = "$MACHINE" ] ||
  refuse 7 "these files are for Linux on $MACHINE, and this is $(uname -s) on $(uname -m); take the files for it."
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //') || glibc=
[ -n "$glibc" ] || refuse 7 "this system has no GNU C library; version $GLIBC or newer is needed."
older() { # whether version $1 came before $2
  [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$1" ]
}
! older "$glibc" "$GLIBC" ||
  refuse 7 "this system's C library is glibc $glibc and $GLIBC or newer is needed; install it on a newer system."

# The files
[ -f "$here/files.sha256" ] && [ -d "$here/program" ] ||
  refuse 6 "files are missing beside install.sh; unpack the whole archive again."
listed=$(sha256sum <"$here/files.sha256" | cut -d' ' -f1)
[ "$listed" = "$FILES" ] || refuse 6 "files.sha256 is damaged; unpack the archive again, or copy it again from where it came."
if ! (cd "$here" && sha256sum --check --quiet --strict files.sha256) >/dev/null 2>&1; then
  broken=$(cd "$here" && sha256sum --check --quiet files.sha256 2>/dev/null | sed -n '1s/: [A-Z].*$//p')
  refuse 6 "${broken:-a file} is damaged or missing; unpack the archive again, or copy it again from where it came."
fi

# The place
lib=$prefix/lib/cardioner
mkdir -p -- "$lib" 2>/dev/null && : 2>/dev/null >"$lib/.write-test" ||
  refuse 3 "$lib cannot be written; ask for write access, or choose another folder with --prefix DIR."
rm -f -- "$lib/.write-test"
for folder in bin share/applications share/mime/packages share/icons; do
  mkdir -p -- "$prefix/$folder" 2>/dev/null && [ -w "$prefix/$folder" ] ||
    refuse 3 "$prefix/$folder cannot be written; ask for write access, or choose another folder with --prefix DIR."
done

# One at a time
lock=$lib/.installing
if ! mkdir -- "$lock" 2>/dev/null; then
  owner=$(cat -- "$lock/pid" 2>/dev/null || echo)
  if [ -n "$owner" ] && [ -d "/proc/$owner" ]; then
    refuse 5 "another installation is running (process $owner); wait until it has ended."
  fi
  rm -rf -- "$lock" # of an installation that was killed
  mkdir -- "$lock" 2>/dev/null || refuse 5 "another installation is running; wait until it has ended."
fi
new=$lib/.new
old=$lib/.old
clean() { rm -rf -- "$lock" "$new"; }
trap clean EXIT
trap 'exit 130' INT TERM HUP
echo $$ >"$lock/pid"
# An upgrade that was cut off between its two renames.
[ -d "$lib/program" ] || [ ! -d "$old" ] || mv -- "$old" "$lib/program"
rm -rf -- "$new" "$old"
for link in /proc/[0-9]*/exe; do
  case $(readlink -- "$link" 2>/dev/null || echo) in
    "$(CDPATH='' cd -- "$lib" && pwd -P)/program/"*)
      refuse 5 "CardioNER is running; close its window and its commands, then install again."
      ;;
  esac
done

# The version before: one that does not even start is replaced by any
installed=
if [ -d "$lib/program" ]; then
  installed=$("$lib/program/cardioner" --version 2>/dev/null | sed -n '1s/.* //p') || installed=
fi
[ -z "$installed" ] || [ -n "$downgrade" ] || ! older "$VERSION" "$installed" || refuse 9 \
  "version $installed is installed and this one, $VERSION, is older; say --downgrade if you want the older one."

# Space: all files and 5 per cent, since the version before stays until the new one has started
needed=$(($(du -sk -- "$here/program" | cut -f1) * 105 / 100))
free=$(df -Pk -- "$lib" | awk 'NR == 2 { print $4 }')
[ "$free" -ge "$needed" ] || refuse 4 \
  "$lib needs $((needed / 1024)) MB of free space and has $((free / 1024)) MB; make room, or choose --prefix DIR."
cp -R -- "$here/program" "$new" 2>/dev/null ||
  refuse 4 "the files could not be copied to $lib (no space left, or it cannot be written); make room and try again."

# The new version takes the place of the one before when it has worked here: the packs that came with it, and Qt.
window_opens() { QT_QPA_PLATFORM=offscreen "$1/CardioNER" --selftest >/dev/null 2>&1; }
if ! said=$("$new/cardioner" selftest 2>&1); then
  said=$(printf '%s' "$said" | tr '\n' ' ' | tail -c 300 | sed 's/^cardioner: //; s/[. ]*$//')
  refuse 8 "version $VERSION does not work on this system (${said:-it does not start}); what was installed stays."
fi
windowless=
if ! window_opens "$new"; then
  [ ! -d "$lib/program" ] || ! window_opens "$lib/program" ||
    refuse 8 "the window of version $VERSION does not open on this system; what was installed stays."
  windowless=1
fi
[ ! -d "$lib/program" ] || mv -- "$lib/program" "$old"
mv -- "$new" "$lib/program"
rm -rf -- "$old"
cp -- "$here/uninstall.sh" "$lib/uninstall.sh"
chmod 755 "$lib/uninstall.sh"

# The desktop. In Exec quotes and a few signs are escaped twice: as a string, and as a quoted argument.
ln -sf -- "$lib/program/cardioner" "$prefix/bin/cardioner"
ln -sf -- "$lib/program/CardioNER" "$prefix/bin/cardioner-desktop"
quoted=$(printf '%s' "$lib/program/CardioNER" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
plain=$(printf '%s' "$lib/program/CardioNER" | sed -e 's/\\/\\\\/g')
{
  while IFS= read -r line; do
    case $line in
      Exec=*) printf 'Exec="%s" %%F\n' "$quoted" ;;
      TryExec=*) printf 'TryExec=%s\n' "$plain" ;;
      *) printf '%s\n' "$line" ;;
    esac
  done <"$here/share/cardioner-desktop.desktop"
} >"$prefix/share/applications/cardioner-desktop.desktop"
cp -- "$here/share/cardioner-desktop.xml" "$prefix/share/mime/packages/cardioner-desktop.xml"
cp -R -- "$here/share/icons/." "$prefix/share/icons/"
command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "$prefix/share/applications" || true
command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true

version=$("$lib/program/cardioner" --version | sed 's/.* //')
printf 'CardioNER %s is installed in %s.\n' "$version" "$lib"
printf 'Start it from the menu, or with %s. To remove it: %s\n' "$prefix/bin/cardioner-desktop" "$lib/uninstall.sh"
case ":${PATH:-}:" in *":$prefix/bin:"*) ;; *) printf 'For the command cardioner, add %s to PATH.\n' "$prefix/bin" ;; esac
[ -z "$windowless" ] || printf '%s\n' \
  'Its window does not open on this system, which lacks libraries of a desktop; its commands work.'
