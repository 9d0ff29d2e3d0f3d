#!/bin/sh
# After installing the .deb; electron-builder fills in the names. Differs from its own in one thing: the helper of Chromium's
# sandbox is always root's. Its own asks whether namespaces work, as root, for whom they always do; Astra Linux and hardened
# Debian forbid them to everyone else, and the program would not start there.
set -e

home='/opt/${sanitizedProductName}'

update-alternatives --install '/usr/bin/${executable}' '${executable}' "$home/${executable}" 100
chmod 4755 "$home/chrome-sandbox"

if command -v update-desktop-database >/dev/null 2>&1; then
    update-desktop-database /usr/share/applications || true
fi

# Ubuntu 24.04 and newer give namespaces only to programs that have a profile; an older AppArmor does not know this form of it.
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$home/resources/apparmor-profile" >/dev/null 2>&1; then
    cp -f "$home/resources/apparmor-profile" '/etc/apparmor.d/${executable}'
    if ! { command -v ischroot >/dev/null 2>&1 && ischroot; }; then
        apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
    fi
fi
