// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textdifference.h"

#include <QTextEdit>

namespace tandem {

/**
 * A value to read: wrapped, as high as its lines up to a point, then it scrolls. Parts can be emphasised, by
 * line and weight as well as by colour.
 */
class ValueBox final : public QTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueBox)
public:
    explicit ValueBox(int mostLines, QWidget *parent = nullptr);

    /** Plain text; an empty one is shown as "(blank)". */
    void setValue(const QString &text, const QList<TextRun> &emphasised = {});
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** A click that selected nothing. */
    void clicked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void emphasise();

    const int m_mostLines;
    int m_height = 0; ///< that the text asks for at its present width
    QList<TextRun> m_emphasised;
};

} // namespace tandem
