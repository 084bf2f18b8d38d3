# SPDX-License-Identifier: GPL-3.0-or-later
# CMake 3.25 packs files in the order in which the file system lists them, and with their owner. So the same content is packed once more,
# by tools that sort.
foreach(package IN LISTS CPACK_PACKAGE_FILES)
    cmake_path(GET package PARENT_PATH folder)
    set(content ${folder}/content)
    file(REMOVE_RECURSE ${content})
    if(package MATCHES "\\.deb$")
        execute_process(COMMAND dpkg-deb --raw-extract ${package} ${content} COMMAND_ERROR_IS_FATAL ANY)
        execute_process(COMMAND dpkg-deb --root-owner-group -Zxz --build ${content} ${package} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    else()
        file(MAKE_DIRECTORY ${content})
        execute_process(COMMAND tar -xzpf ${package} -C ${content} COMMAND_ERROR_IS_FATAL ANY)
        file(GLOB top RELATIVE ${content} ${content}/*)
        execute_process(
            COMMAND tar --create --format=gnu --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX
                --mtime=@$ENV{SOURCE_DATE_EPOCH} --directory ${content} ${top}
            COMMAND gzip -9n
            OUTPUT_FILE ${package} COMMAND_ERROR_IS_FATAL ANY)
    endif()
    file(REMOVE_RECURSE ${content})
endforeach()
