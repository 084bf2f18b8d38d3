# SPDX-License-Identifier: GPL-3.0-or-later
# What every package says of itself, and which packages there are. `cpack` in the build folder makes those of this system,
# `cpack --config CPackSourceConfig.cmake` the source archive.
include(${CMAKE_CURRENT_LIST_DIR}/release_time.cmake)

cmake_path(SET AWAITSCOPE_CPACK_SOURCE NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../..)
set(CPACK_PACKAGE_NAME awaitscope)
set(CPACK_PACKAGE_VENDOR "Awaitscope")
set(CPACK_PACKAGE_CONTACT "Awaitscope maintainers <maintainers@awaitscope.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "teaches async/await by running it")
set(CPACK_PACKAGE_DESCRIPTION_FILE ${AWAITSCOPE_CPACK_SOURCE}/installer/description.txt)
set(CPACK_RESOURCE_FILE_LICENSE ${AWAITSCOPE_CPACK_SOURCE}/LICENSE)
set(CPACK_RESOURCE_FILE_README ${AWAITSCOPE_CPACK_SOURCE}/README.md)
set(CPACK_PACKAGE_EXECUTABLES awaitscope Awaitscope)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Awaitscope)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_FILE_NAME awaitscope-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
string(TOLOWER "${CPACK_PACKAGE_FILE_NAME}" CPACK_PACKAGE_FILE_NAME)

# The same bytes under any umask, at any time.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(AWAITSCOPE_CPACK_FOLDER ${CMAKE_CURRENT_LIST_DIR})
awaitscope_release_time(${AWAITSCOPE_RELEASE_DATE} AWAITSCOPE_CPACK_RELEASE_TIME)
configure_file(${CMAKE_CURRENT_LIST_DIR}/project_config.cmake.in ${PROJECT_BINARY_DIR}/cpack_project_config.cmake @ONLY)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_BINARY_DIR}/cpack_project_config.cmake)

if(WIN32)
    include(${CMAKE_CURRENT_LIST_DIR}/windows.cmake)
elseif(APPLE)
    include(${CMAKE_CURRENT_LIST_DIR}/macos.cmake)
else()
    include(${CMAKE_CURRENT_LIST_DIR}/debian.cmake)
endif()

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME awaitscope-${PROJECT_VERSION})
include(CPack)
