# SPDX-License-Identifier: GPL-3.0-or-later
# Fails unless TS_FILE translates every text that lupdate, with LUPDATE_OPTIONS, finds in SOURCE_DIR: cmake -D … -P check.cmake
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

# The places for values, and whether there is a key to press with Alt: what every translation has to keep.
function(marks text result)
    string(REGEX MATCHALL "%L?[1-9n]" found "${text}")
    list(REMOVE_DUPLICATES found)
    list(SORT found)
    string(REGEX MATCHALL "&amp[.][A-Za-z]" keys "${text}")
    list(LENGTH keys key_count)
    set(${result} "${found} keys: ${key_count}" PARENT_SCOPE)
endfunction()

# lupdate works on a copy: what it would add or drop shows as a difference in number.
get_filename_component(work_dir ${WORK_FILE} DIRECTORY)
file(MAKE_DIRECTORY ${work_dir})
configure_file(${TS_FILE} ${WORK_FILE} COPYONLY)
execute_process(
    COMMAND ${LUPDATE} -silent ${LUPDATE_OPTIONS} -ts ${WORK_FILE}
    WORKING_DIRECTORY ${SOURCE_DIR}
    RESULT_VARIABLE failed
    ERROR_VARIABLE complaints)
if(failed)
    message(FATAL_ERROR "lupdate failed: ${failed}\n${complaints}")
endif()

# A context that lupdate guessed wrong is one that no program looks in.
file(STRINGS ${WORK_FILE} misplaced REGEX "<name>")
list(FILTER misplaced EXCLUDE REGEX "<name>tandem::")
if(misplaced)
    problem("Texts in ${misplaced} would never be found; give them to QCoreApplication::translate with a context of their own:\n${complaints}")
endif()
# lupdate passes over a marked text that stands inside a call of tr().
file(GLOB_RECURSE sources ${SOURCE_DIR}/app/*.cpp ${SOURCE_DIR}/ui/*.cpp)
foreach(source_file IN LISTS sources)
    file(STRINGS ${source_file} nested REGEX "[^A-Za-z_]tr\\(QT_TR")
    if(nested)
        list(JOIN nested "\n" nested)
        problem("${source_file}: lupdate does not find these texts:\n${nested}")
    endif()
endforeach()

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
    set(forms "${translation}")
    if(message MATCHES "numerus=\"yes\"")
        if(message MATCHES "<numerusform[^>]*></numerusform>" OR message MATCHES "<numerusform[^>]*/>")
            problem("a plural form is empty: ${source}")
        endif()
        string(REPLACE "</numerusform>" ";" forms "${translation}")
        list(FILTER forms INCLUDE REGEX "<numerusform")
    endif()
    marks("${source}" asked)
    foreach(form IN LISTS forms)
        marks("${form}" given)
        if(NOT asked STREQUAL given)
            problem("the places for values or keys differ (${asked} / ${given}): ${source}")
        endif()
    endforeach()
endforeach()
if(unfinished)
    problem("${TS_FILE}: ${unfinished} of ${needed_count} texts are not translated.")
endif()
message(NOTICE "${TS_FILE}: ${needed_count} texts checked.")
