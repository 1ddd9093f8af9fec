#!/bin/sh
# The disk image for macOS out of dist/CardioNER.app: resources/installer/macos/pack.sh VERSION [IDENTITY]
# Not run yet: it is written for .github/workflows/release.yml and has been checked by nobody on macOS.
# With IDENTITY, a Developer ID in the keychain, the program is signed; without, the image calls itself evaluation.
set -eu
version=$1
identity=${2:-}
cd "$(dirname "$0")/../../.."
app=dist/CardioNER.app
[ -d "$app" ] || {
  echo "There is no $app; run resources/installer/build.py on macOS first." >&2
  exit 1
}
suffix=-evaluation
if [ -n "$identity" ]; then
  suffix=
  # Libraries first, then what loads them.
  find "$app" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -u+x \) -print0 |
    xargs -0 codesign --force --timestamp --options runtime --sign "$identity" \
      --entitlements resources/installer/macos/entitlements.plist
  codesign --force --timestamp --options runtime --sign "$identity" \
    --entitlements resources/installer/macos/entitlements.plist "$app"
else
  codesign --force --deep --sign - "$app" # Apple silicon starts nothing without any signature
fi
image=dist/cardioner-desktop-$version$suffix-macos-$(uname -m).dmg
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
cp dist/LICENCES.txt dist/clinicians.html "$stage/"
rm -f "$image"
hdiutil create -volname "CardioNER $version" -srcfolder "$stage" -format ULMO -quiet "$image"
[ -z "$identity" ] || codesign --sign "$identity" --timestamp "$image"
echo "$image"
