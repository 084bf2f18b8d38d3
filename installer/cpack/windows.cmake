# SPDX-License-Identifier: GPL-3.0-or-later
# An installer for Windows, made by NSIS. The program keeps its console: the command line is half of it.
include(${CMAKE_CURRENT_LIST_DIR}/deploy_qt.cmake)
set(CPACK_GENERATOR NSIS)

set(CPACK_NSIS_PACKAGE_NAME Awaitscope)
set(CPACK_NSIS_DISPLAY_NAME "Awaitscope ${PROJECT_VERSION}")
set(CPACK_NSIS_EXECUTABLES_DIRECTORY ${CMAKE_INSTALL_BINDIR})
set(CPACK_NSIS_INSTALLED_ICON_NAME ${CMAKE_INSTALL_BINDIR}/awaitscope.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON) # asks whether a terminal should find the program
set(CPACK_NSIS_UNICODE ON)

# A double click on a trace opens it. SHCTX: for whom the app is installed, all users or this one.
set(trace_type "Software\\Classes\\Awaitscope.Trace")
set(trace_ending "Software\\Classes\\.awaitscope")
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS "
    WriteRegStr SHCTX '${trace_ending}' '' 'Awaitscope.Trace'
    WriteRegStr SHCTX '${trace_type}' '' 'Awaitscope trace'
    WriteRegStr SHCTX '${trace_type}\\DefaultIcon' '' '$INSTDIR\\bin\\awaitscope.exe,0'
    WriteRegStr SHCTX '${trace_type}\\shell\\open\\command' '' '\"$INSTDIR\\bin\\awaitscope.exe\" \"%1\"'
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
")
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS "
    DeleteRegKey SHCTX '${trace_type}'
    DeleteRegKey SHCTX '${trace_ending}'
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
")
