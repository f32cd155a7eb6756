// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLineEdit>

namespace tandem {

/** Makes a line edit read-only and shows it as mere text, which can still be selected and copied. */
void setPlainReadOnly(QLineEdit *edit, bool isReadOnly);

/** An editable combo box in a form: scrolling past does not change it, and read-only it looks like mere text.
 */
class FieldCombo final : public QComboBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldCombo)
public:
    explicit FieldCombo(QWidget *parent);

    void setReadOnly(bool isReadOnly);
    void showPopup() override;

Q_SIGNALS:
    void entered(); ///< got the focus, so that its choices should be fresh

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    bool m_isReadOnly = false;
};

} // namespace tandem
