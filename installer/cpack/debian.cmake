# SPDX-License-Identifier: GPL-3.0-or-later
# The .deb, and the archive that runs unpacked beside the system's Qt.
set(CPACK_GENERATOR DEB TGZ)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# dpkg-shlibdeps finds what the program is linked to; of that, libqt6gui6 brings the plugins for X11 and for no display, and fontconfig.
# No linker sees the plugins for the database and for icons, and the fonts, without which figures would differ.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, fonts-inter, fonts-jetbrains-mono")
# Without them the window shows itself through X11, and the buttons of Qt's own dialogs stay English.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xdg-desktop-portal") # tells of the desktop's colours and contrast
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
