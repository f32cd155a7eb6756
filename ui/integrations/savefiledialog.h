// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace tandem {

/** The one door for choosing a file to write: never spins an event loop of its own, and tests answer in
 * advance. */
class SaveFileDialog final {
public:
    struct Question {
        QString title;
        QString path; ///< folder and suggested name
        QStringList
            filters; ///< "CSV table (*.csv)"; the suffix of the chosen one is added to a name without one
    };

    /** Calls `done` with the path when the person chose one. Not called once `parent` is gone. */
    static void ask(QWidget *parent, const Question &question, std::function<void(const QString &)> done);
    /** Tests: the next question is answered like this at once, and no dialog is shown. */
    static void setNextAnswer(const QString &path);
};

} // namespace tandem
