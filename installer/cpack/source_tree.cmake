# SPDX-License-Identifier: GPL-3.0-or-later
# The content of the source archive: what git tracks, as it is in the tree. In an unpacked source archive, which has no git: all of it
# but the builds.
set(source ${AWAITSCOPE_CPACK_SOURCE})
if(EXISTS ${source}/.git)
    execute_process(COMMAND git -c core.quotePath=off -c safe.directory=* ls-files WORKING_DIRECTORY ${source}
        OUTPUT_VARIABLE files OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\n" ";" files "${files}")
else()
    file(GLOB_RECURSE files RELATIVE ${source} ${source}/*)
    list(FILTER files EXCLUDE REGEX "^build/")
endif()
foreach(file IN LISTS files)
    cmake_path(GET file PARENT_PATH folder)
    file(COPY ${source}/${file} DESTINATION ${CMAKE_INSTALL_PREFIX}/${folder})
endforeach()
