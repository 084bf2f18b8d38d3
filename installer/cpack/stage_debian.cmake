# SPDX-License-Identifier: GPL-3.0-or-later
# The files of a .deb that Debian's policy asks for, and their form. `root` is the folder that becomes /.
set(from ${AWAITSCOPE_CPACK_FOLDER}/../debian)
set(documents ${root}/usr/share/doc/awaitscope)
file(REMOVE ${documents}/LICENSE ${documents}/CHANGELOG.md) # their content is in copyright and in the changelog

configure_file(${from}/copyright.in ${documents}/copyright @ONLY)

file(RENAME ${root}/usr/share/zsh/site-functions ${root}/usr/share/zsh/vendor-completions) # where Debian's zsh looks

execute_process(
    COMMAND date --utc --rfc-email --date=@$ENV{SOURCE_DATE_EPOCH}
    OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND awk -v "version=${CPACK_PACKAGE_VERSION}" -v "maintainer=${CPACK_PACKAGE_CONTACT}" -v "date=${date}"
        -f ${from}/changelog.awk ${AWAITSCOPE_CPACK_SOURCE}/CHANGELOG.md
    OUTPUT_FILE ${documents}/changelog COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND gzip -9n ${documents}/changelog COMMAND_ERROR_IS_FATAL ANY)
