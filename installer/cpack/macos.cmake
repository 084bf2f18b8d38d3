# SPDX-License-Identifier: GPL-3.0-or-later
# A disk image for macOS with the app in it, to be dragged into the folder of applications.
set_target_properties(awaitscope PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Awaitscope
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_LIST_DIR}/Info.plist.in)
set(MACOSX_BUNDLE_BUNDLE_NAME Awaitscope)
set(MACOSX_BUNDLE_GUI_IDENTIFIER org.awaitscope.Awaitscope)
set(MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION})
set(MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})
set(MACOSX_BUNDLE_COPYRIGHT "GPL-3.0-or-later")

include(${CMAKE_CURRENT_LIST_DIR}/deploy_qt.cmake)
set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Awaitscope)
