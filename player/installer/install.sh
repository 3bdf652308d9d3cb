#!/bin/sh
# Makes a bare Debian 13 box a Bảng Tin screen, or takes that back.
#   sudo ./install.sh [--cms https://bangtin.example.vn] [--new-pin]
#   sudo ./install.sh --uninstall [--purge]
# Run again at any time: it ends in the same state. --purge also forgets the pairing.
# Without --cms the first-start page asks for the address. The technician's PIN is printed once;
# --new-pin makes another.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
app=/opt/bang-tin-player
data=/var/lib/bang-tin-player
env=/etc/bang-tin-player.env
unit=/etc/systemd/system/bang-tin-player.service
journal=/etc/systemd/journald.conf.d/bang-tin-player.conf
xconf=/etc/X11/xorg.conf.d/10-bang-tin-x.conf
xwrap=/etc/X11/Xwrapper.config
policy=/etc/chromium/policies/managed/bang-tin.json
rights=/etc/polkit-1/rules.d/50-bang-tin.rules
sticks=/etc/udev/rules.d/99-bang-tin-usb.rules
user=bangtin-player

fail() { echo "$1" >&2; exit 1; }

cms='' ; remove='' ; purge='' ; newpin=''
while [ $# -gt 0 ]; do
  case $1 in
    --cms) [ $# -ge 2 ] || fail 'Thiếu địa chỉ sau --cms.'; cms=$2; shift ;;
    --uninstall) remove=yes ;;
    --purge) purge=yes ;;
    --new-pin) newpin=--new-pin ;;
    *) fail "Không hiểu: $1" ;;
  esac
  shift
done
[ "$(id -u)" = 0 ] || fail 'Cần chạy với quyền root: sudo ./install.sh …'

if [ -n "$remove" ]; then
  systemctl disable --now bang-tin-player.service 2>/dev/null || true
  rm -rf "$unit" "$journal" "$xconf" "$app" "$env" "$policy" "$rights" "$sticks"
  if [ -f "$xwrap.before-bang-tin" ]; then mv "$xwrap.before-bang-tin" "$xwrap"; fi
  systemctl daemon-reload
  if [ -n "$purge" ]; then
    rm -rf "$data"
    if id "$user" >/dev/null 2>&1; then userdel "$user"; fi
  fi
  echo 'Đã gỡ. / Removed.'
  exit 0
fi

case $cms in
  ''|http://*|https://*) ;;
  *) fail 'Địa chỉ hệ thống không đúng dạng: sudo ./install.sh --cms https://…' ;;
esac
case $cms in *[!A-Za-z0-9.:/_-]*) fail 'Địa chỉ hệ thống có ký tự lạ.' ;; esac
[ -f "$here/chromium.mjs" ] || fail 'Chạy install.sh trong thư mục đã giải nén của máy phát.'

apt-get install -y -q --no-install-recommends \
  nodejs chromium xserver-xorg xinit x11-xserver-utils openbox fonts-noto-core polkitd udev
node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)' \
  || fail 'Cần Node.js 20.19 trở lên (Debian 13).'

id "$user" >/dev/null 2>&1 || useradd --system --home-dir "$data" --shell /usr/sbin/nologin "$user"
usermod -a -G video,audio,input,tty "$user"
install -d -m 0700 -o "$user" -g "$user" "$data"

rm -rf "$app.new"
install -d -m 0755 "$app.new"
cp -r "$here/chromium.mjs" "$here/setup.mjs" "$here/stage" "$here/openbox.xml" "$app.new/"
install -m 0755 "$here/kiosk-session" "$app.new/kiosk-session"
rm -rf "$app"
mv "$app.new" "$app"

umask 077
# An address that is not said again stays as it was.
if [ -z "$cms" ] && [ -f "$env" ]; then cms=$(sed -n 's/^BANGTIN_CMS=//p' "$env" | tail -n 1); fi
printf 'BANGTIN_CMS=%s\n' "$cms" >"$env.new"
if [ -f "$env" ]; then grep -v '^BANGTIN_CMS=' "$env" >>"$env.new" || true; fi
mv "$env.new" "$env"
umask 022

install -d /etc/systemd/journald.conf.d /etc/X11/xorg.conf.d
printf '[Journal]\nSystemMaxUse=200M\nMaxRetentionSec=30day\n' >"$journal"
install -m 0644 "$here/10-bang-tin-x.conf" "$xconf"
if [ -f "$xwrap" ] && [ ! -f "$xwrap.before-bang-tin" ]; then cp "$xwrap" "$xwrap.before-bang-tin"; fi
printf 'allowed_users=anybody\nneeds_root_rights=auto\n' >"$xwrap"
install -d /etc/chromium/policies/managed /etc/polkit-1/rules.d /etc/udev/rules.d
install -m 0644 "$here/chromium-policy.json" "$policy"
install -m 0644 "$here/50-bang-tin.rules" "$rights"
install -m 0644 "$here/99-bang-tin-usb.rules" "$sticks"
udevadm control --reload || true
pin=$(setpriv --reuid "$user" --regid "$user" --init-groups \
  node "$app/setup.mjs" --data "$data" $newpin)
install -m 0644 "$here/bang-tin-player.service" "$unit"
systemctl daemon-reload
systemctl enable bang-tin-player.service
systemctl restart bang-tin-player.service
echo 'Đã cài. Màn hình sẽ hiện mã để ghép. / Installed.'
if [ -n "$pin" ]; then
  echo "Mã PIN kỹ thuật viên (chép lại, không in lần nữa) / Technician PIN: $pin"
fi
