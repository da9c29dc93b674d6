#!/bin/sh
# The browser and the fonts that the tests need, the LibreOffice that recomputes workbooks, draws slides and sets documents,
# and the reader of PDFs; installed where the machine allows it, else named.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="chromium"
fc-list 2>/dev/null | grep -qi dejavu || missing="$missing fonts-dejavu fontconfig"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-calc"
test -e "$(dirname "$(readlink -f "$(command -v soffice)")" 2>/dev/null)/libsdlo.so" || missing="$missing libreoffice-impress"
test -e "$(dirname "$(readlink -f "$(command -v soffice)")" 2>/dev/null)/libswlo.so" || missing="$missing libreoffice-writer"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "The tests need these Debian packages, and they cannot be installed without the rights: $missing" >&2
    exit 1
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests need these packages, and there is no apt-get to install them: $missing" >&2
    exit 1
fi
$as_root apt-get update -qq
# shellcheck disable=SC2086 (a list of package names)
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
