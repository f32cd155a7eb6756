// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/syncsettings.h"
#include "support/practiceprocess.h"
#include "ui/application.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

#include <memory>

namespace tandem {

/**
 * The real window on a profile of its own, beside a practice ConnectWise in another process. The helpers do
 * what a technician does, and fail the running test when that does not lead where it should.
 */
class StoryWindow final {
    Q_DISABLE_COPY_MOVE(StoryWindow)
public:
    static constexpr int patience = 60'000;

    explicit StoryWindow(const PracticeSize &size);
    ~StoryWindow();

    [[nodiscard]] PracticeProcess &practice();
    [[nodiscard]] Application &application();
    [[nodiscard]] MainWindow &window();

    /** Connects without the wizard, with two-way sync and this policy, and brings everything in. */
    void connectPsa(ConflictPolicy policy = ConflictPolicy::PsaWins);
    /** Saves behind the window's back, as an import or a script would. */
    RecordId add(AssetKind kind, const FieldValues &fields);
    /** Syncs once, to its end. */
    void sync();
    /** Goes to a line of the sidebar and to a record in the list. */
    void openRecord(const QString &sidebarKey, RecordId id);
    /** Of the record that is shown, with the only integration. */
    [[nodiscard]] SyncState shownState() const;
    [[nodiscard]] QString remoteId() const;

    /** Types over what a line edit has. */
    static void type(const QString &name, const QString &text);

    /** A widget of any open window, by its object name; nullptr when there is none. */
    template<typename T>
    [[nodiscard]] static T *find(const QString &name)
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (T *self = qobject_cast<T *>(window); self && self->objectName() == name && self->isVisible())
                return self;
            const QList<T *> found = window->findChildren<T *>(name);
            for (T *each : found) {
                if (auto *widget = qobject_cast<QWidget *>(each); !widget || widget->window()->isVisible())
                    return each;
            }
        }
        return nullptr;
    }

private:
    PracticeProcess m_practice;
    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tandem
