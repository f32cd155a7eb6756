// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>
#include <QString>

#include <functional>

class QWidget;

namespace tandem {

/** What a message box says. The texts are shown as plain text. */
struct Message {
    QMessageBox::Icon icon = QMessageBox::Question;
    QString title;
    QString text;
    QString detail = {}; ///< second paragraph; may be empty
    QString acceptText = {}; ///< the verb of the action ("Delete"); empty: a note with a single OK
};

/**
 * The one door for message boxes: they are window-modal and never spin an event loop of their own, and tests
 * answer them in advance.
 */
class MessageBox final {
public:
    /** Calls `done(true)` when the person chose `acceptText` (or read the note). Not called once `parent` is
     * gone. */
    static void show(QWidget *parent, const Message &message, std::function<void(bool)> done = {});
    /** Tests: the next box is answered like this at once, and never shown. */
    static void setNextAnswer(bool accepted);
    /** Tests: what the last answered box said, empty when none was. */
    [[nodiscard]] static QString lastText();
};

} // namespace tandem
