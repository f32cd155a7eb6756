// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicecommand.h"

#include <QCoreApplication>

// The practice PSAs as a program of their own, for tests that need a process to kill.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return tandem::runPractice(QCoreApplication::arguments().sliced(1));
}
