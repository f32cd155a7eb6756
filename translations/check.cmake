# SPDX-License-Identifier: GPL-3.0-or-later
# Fails unless TS_FILE has a whole translation of every text in SOURCE_DIR: cmake -D … -P check.cmake
cmake_minimum_required(VERSION 3.22)

function(problem text)
    message(SEND_ERROR "${text}")
endfunction()

# One list element a message; the characters that CMake lists give a meaning to are put out of the way first.
function(read_messages file result)
    file(READ ${file} text)
    string(REGEX REPLACE "[][;\\]" "." text "${text}")
    string(REPLACE "</message>" ";" messages "${text}")
    list(FILTER messages INCLUDE REGEX "<message")
    set(${result} "${messages}" PARENT_SCOPE)
endfunction()

function(placeholders text result)
    string(REGEX MATCHALL "%L?[1-9]" found "${text}")
    list(REMOVE_DUPLICATES found)
    list(SORT found)
    set(${result} "${found}" PARENT_SCOPE)
endfunction()

# lupdate works on a copy: what it would add or drop shows as a difference in number.
get_filename_component(work_dir ${WORK_FILE} DIRECTORY)
file(MAKE_DIRECTORY ${work_dir})
configure_file(${TS_FILE} ${WORK_FILE} COPYONLY)
execute_process(
    COMMAND ${LUPDATE} -silent -no-obsolete -locations none -extensions cpp,h app ui -ts ${WORK_FILE}
    WORKING_DIRECTORY ${SOURCE_DIR}
    RESULT_VARIABLE failed
    ERROR_VARIABLE complaints)
if(failed)
    message(FATAL_ERROR "lupdate failed: ${failed}\n${complaints}")
endif()
# Texts of a free tr() are listed under the namespace, where no such function looks them up.
file(STRINGS ${WORK_FILE} misplaced REGEX "<name>tandem</name>")
if(misplaced)
    problem("These texts would never be found; give them to QCoreApplication::translate with a context of their own:\n${complaints}")
endif()

read_messages(${TS_FILE} written)
read_messages(${WORK_FILE} needed)
list(LENGTH written written_count)
list(LENGTH needed needed_count)
if(NOT written_count EQUAL needed_count)
    problem("${TS_FILE} has ${written_count} texts, the program has ${needed_count}: build the target update_translations.")
endif()

set(unfinished 0)
foreach(message IN LISTS needed)
    string(REGEX MATCH "<source>(.*)</source>" source "${message}")
    set(source "${CMAKE_MATCH_1}")
    string(REGEX MATCH "<translation[^>]*>(.*)</translation>" translation "${message}")
    set(translation "${CMAKE_MATCH_1}")

    if(message MATCHES "type=\"unfinished\"" OR translation STREQUAL "")
        math(EXPR unfinished "${unfinished} + 1")
        message(NOTICE "not translated: ${source}")
        continue()
    endif()
    if(message MATCHES "<numerusform[^>]*></numerusform>" OR message MATCHES "<numerusform[^>]*/>")
        problem("a plural form is empty: ${source}")
    endif()
    placeholders("${source}" asked)
    placeholders("${translation}" given)
    if(NOT asked STREQUAL given)
        problem("the places for values differ (${asked} / ${given}): ${source}")
    endif()
endforeach()
if(unfinished)
    problem("${TS_FILE}: ${unfinished} of ${needed_count} texts are not translated.")
endif()
message(NOTICE "${TS_FILE}: ${needed_count} texts checked.")
