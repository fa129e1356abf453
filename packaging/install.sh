#!/bin/sh
# Installs Reckon from the folder in which this lies, or takes it away again. Nothing is downloaded, and
# nothing is asked. Reckon also runs from this folder as it is: bin/reckon.
#
#   ./install.sh                          below /usr/local for root, below ~/.local for others
#   PREFIX=/opt/reckon ./install.sh       elsewhere
#   ./install.sh --uninstall              what was installed, from the same PREFIX
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${PREFIX:-}" ]; then
  if [ "$(id -u)" = 0 ]; then PREFIX=/usr/local; else PREFIX=$HOME/.local; fi
fi

case ${1:-} in
  '' | --uninstall) ;;
  *)
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac

files() { (cd "$here" && find bin share -type f); }

if [ "${1:-}" = --uninstall ]; then
  files | while IFS= read -r file; do rm -f "$PREFIX/$file"; done
  # Folders of Reckon's own; what somebody has put into them stays.
  for folder in share/reckon share/doc/reckon; do
    [ ! -d "$PREFIX/$folder" ] || find "$PREFIX/$folder" -depth -type d -exec rmdir {} + 2>/dev/null || true
  done
  echo "Reckon is removed from $PREFIX."
  exit 0
fi

[ "$(uname -s)" = Linux ] && [ "$(uname -m)" = x86_64 ] || {
  echo "This archive is for Linux on x86-64 processors; this is $(uname -s) on $(uname -m)." >&2
  exit 1
}
mkdir -p "$PREFIX" 2>/dev/null && [ -w "$PREFIX" ] || {
  echo "$PREFIX may not be written into: sudo ./install.sh, or PREFIX=\$HOME/.local ./install.sh" >&2
  exit 1
}
files | while IFS= read -r file; do
  mkdir -p "$PREFIX/$(dirname "$file")"
  # Beside, and then in the place of one that may be running.
  cp "$here/$file" "$PREFIX/$file.new"
  mv -f "$PREFIX/$file.new" "$PREFIX/$file"
done
echo "Reckon $("$PREFIX/bin/reckon" --version) is installed below $PREFIX."
case :$PATH: in
  *:"$PREFIX/bin":*) ;;
  *) echo "$PREFIX/bin is not in your PATH: export PATH=\"$PREFIX/bin:\$PATH\", there and in ~/.profile" ;;
esac
echo "Next: reckon doctor, and then reckon."
