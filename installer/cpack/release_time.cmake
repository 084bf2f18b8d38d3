# SPDX-License-Identifier: GPL-3.0-or-later

# Midnight (UTC) of a date written as 2026-11-23, in seconds since 1970. The Gregorian calendar's days are counted from the first of
# March on, so that a leap day ends its year.
function(awaitscope_release_time date result)
    if(NOT date MATCHES "^([0-9][0-9][0-9][0-9])-0?([0-9]+)-0?([0-9]+)$")
        message(FATAL_ERROR "AWAITSCOPE_RELEASE_DATE: '${date}' is no date; accepted is year-month-day, such as 2026-11-23.")
    endif()
    math(EXPR month "(${CMAKE_MATCH_2} + 9) % 12")
    math(EXPR year "${CMAKE_MATCH_1} - (${month} / 10)")
    math(EXPR days "365 * ${year} + ${year} / 4 - ${year} / 100 + ${year} / 400 + (153 * ${month} + 2) / 5 + ${CMAKE_MATCH_3} - 1")
    math(EXPR seconds "(${days} - 719468) * 86400")
    set(${result} ${seconds} PARENT_SCOPE)
endfunction()
