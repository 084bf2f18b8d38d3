# SPDX-License-Identifier: GPL-3.0-or-later
# Before a package is made of what was installed into CPACK_TEMPORARY_DIRECTORY: a .deb gets what Debian asks of it, and every file
# gets permissions and a time that do not tell of the machine.
set(root ${CPACK_TEMPORARY_DIRECTORY})
if(CPACK_GENERATOR STREQUAL "DEB")
    include(${AWAITSCOPE_CPACK_FOLDER}/stage_debian.cmake)
endif()

execute_process(COMMAND chmod -R u=rwX,go=rX ${root} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${root} -depth -exec touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} {} + COMMAND_ERROR_IS_FATAL ANY)
