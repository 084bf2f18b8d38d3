# SPDX-License-Identifier: GPL-3.0-or-later
# Off Debian nobody brings Qt: Qt's own script copies its libraries and plugins beside the program as the package is made.
qt_generate_deploy_app_script(TARGET awaitscope FILENAME_VARIABLE AWAITSCOPE_DEPLOY_SCRIPT NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${AWAITSCOPE_DEPLOY_SCRIPT})
