#!/bin/sh
# Removes CardioNER Desktop of one user, and all that it kept of itself: settings, your own packs and lists of names,
# saved corrections, crash reports. Letters and exports are yours and stay where they are. So do settings and packs where
# another copy of the program is found, which uses them too.
#
#   uninstall.sh [--yes] [--keep]     --yes does not ask; --keep leaves settings, packs, lists and corrections
#
# Exit codes: 0 removed; 1 you said no; 2 wrong usage; 3 something cannot be removed; 5 the program is running.
set -eu

refuse() {
  code=$1
  shift
  printf 'CardioNER was not removed: %s\n' "$*" >&2
  exit "$code"
}

yes=
keep=
for word in "$@"; do
  case $word in
    --yes) yes=1 ;;
    --keep) keep=1 ;;
    -h | --help)
      sed -n '2,8s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    *) refuse 2 "$word is not known; the options are --yes and --keep." ;;
  esac
done
lib=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
[ -x "$lib/program/cardioner" ] || [ -d "$lib/program" ] || refuse 2 "it is not installed in $lib."
prefix=$(dirname -- "$(dirname -- "$lib")")
for link in /proc/[0-9]*/exe; do
  case $(readlink -- "$link" 2>/dev/null || echo) in
    "$lib/program/"*) refuse 5 "it is running; close its window and its commands first." ;;
  esac
done
# Another copy has the same settings: in the usual places, beside a folder of commands in PATH, or in a folder of the home.
other=
old_ifs=$IFS
IFS=:
set -f
for bin in ${PATH:-}; do
  other_lib=${bin%/*}/lib/cardioner
  [ ! -d "$other_lib/program" ] || [ "$(CDPATH='' cd -- "$other_lib" && pwd -P)" = "$lib" ] || other=$other_lib
done
set +f
IFS=$old_ifs
for other_lib in "$HOME"/.local/lib/cardioner "$HOME"/*/lib/cardioner /usr/local/lib/cardioner; do
  [ ! -d "$other_lib/program" ] || [ "$(CDPATH='' cd -- "$other_lib" && pwd -P)" = "$lib" ] || other=$other_lib
done
[ ! -e /usr/lib/cardioner/CardioNER ] || other=/usr/lib/cardioner  # of the .deb
[ -z "$other" ] || keep=1
if [ -z "$yes" ] && [ -z "$keep" ]; then
  [ -t 0 ] || refuse 2 "nobody is there to ask; say --yes, or --keep for settings, packs, lists and corrections to stay."
  printf 'This also removes settings, your own packs and lists, and corrections that were not exported. Go on? [y/N] '
  read -r answer
  case $answer in [yY]*) ;; *) exit 1 ;; esac
fi

data=${XDG_DATA_HOME:-$HOME/.local/share}
rm -f -- "$prefix/share/applications/cardioner-desktop.desktop" "$prefix/share/mime/packages/cardioner-desktop.xml"
rm -f -- "$prefix"/share/icons/hicolor/*/apps/cardioner-desktop.* \
  "$prefix"/share/icons/hicolor/*/mimetypes/application-x-brat-standoff.*
for name in cardioner cardioner-desktop; do
  case $(readlink -- "$prefix/bin/$name" 2>/dev/null || echo) in "$lib/program/"*) rm -f -- "$prefix/bin/$name" ;; esac
done
command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "$prefix/share/applications" || true
command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
if [ -z "$keep" ]; then
  rm -rf -- "${XDG_CONFIG_HOME:-$HOME/.config}/CardioNER" "$data/CardioNER" "${XDG_CACHE_HOME:-$HOME/.cache}/CardioNER" ||
    refuse 3 "some of its settings or packs cannot be removed; see above."
  [ -z "${XDG_RUNTIME_DIR:-}" ] || rm -rf -- "$XDG_RUNTIME_DIR/CardioNER"
fi
rm -rf -- "$lib" || refuse 3 "$lib cannot be removed; remove it by hand."
# What the desktop made for our files alone, and folders that nothing else lies in.
if rmdir -- "$prefix/share/mime/packages" 2>/dev/null; then
  for name in aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version XMLnamespaces; do
    rm -f -- "$prefix/share/mime/$name"
  done
fi
if ! ls -- "$prefix"/share/applications/*.desktop >/dev/null 2>&1; then
  rm -f -- "$prefix/share/applications/mimeinfo.cache"
fi
for folder in "$prefix"/share/icons/hicolor/*/apps "$prefix"/share/icons/hicolor/*/mimetypes "$prefix"/share/icons/hicolor/*; do
  rmdir -- "$folder" 2>/dev/null || true
done
for folder in share/icons/hicolor share/icons share/mime/application share/mime share/applications share bin lib; do
  rmdir -- "$prefix/$folder" 2>/dev/null || true
done
[ -z "$other" ] || printf 'Another copy is installed in %s.\n' "$other"
printf 'CardioNER is removed%s.\n' "${keep:+; settings, packs, lists and corrections are kept}"
