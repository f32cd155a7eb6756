// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace tandem {

class Application;

/** In the tool bar: the integration whose state a person has to see first; its tool tip has them all. */
class IntegrationButton final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntegrationButton)
public:
    explicit IntegrationButton(Application &application, QWidget *parent = nullptr);

private:
    void showState();

    Application &m_application;
};

} // namespace tandem
