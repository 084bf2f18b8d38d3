# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed is built as Debian builds its packages (see dpkg-buildflags, hardening=+all): position-independent, with checked
# library calls and stacks, and with tables that nobody can write to once the program runs.
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(installed $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(awaitscope_options INTERFACE
        $<${installed}:-fstack-protector-strong -Wformat -Werror=format-security -Wdate-time>)
    target_compile_definitions(awaitscope_options INTERFACE $<${installed}:_FORTIFY_SOURCE=2>)
endif()
if(LINUX)
    target_link_options(awaitscope_options INTERFACE $<${installed}:LINKER:-z,relro,-z,now>)
endif()
