// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/syncstate.h"
#include "store/integration.h"
#include "ui/widgets/colourscheme.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QWidget;

namespace tandem {

class Application;
class MainWindow;

/**
 * Takes pictures of every screen, light and dark, from the data of a profile, so that those of the README are
 * never out of date. Each is the real window, drawn into a file once everything it shows has come.
 */
class Screenshots final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Screenshots)
public:
    Screenshots(Application &application, const QString &folder, QObject *parent = nullptr);
    ~Screenshots() override;

    /** Ends in `finished`. */
    void start();

Q_SIGNALS:
    /** `failure` is a sentence, or empty when all is well. */
    void finished(const QString &failure);

private:
    /** One picture: `prepare` brings the screen about and answers the widget to draw; nullptr: there is none.
     */
    struct Step {
        QString name;
        std::function<QWidget *()> prepare;
        std::function<void()> finish = {}; ///< done once the screen is there; it settles again afterwards
        bool needsSettling = true;
        std::function<bool()> isReady =
            {}; ///< empty: the screen is there when it has been still for a moment
    };

    void plan(const QHash<SyncState, RecordId> &examples);
    void addDialog(const QString &name, std::function<std::unique_ptr<QWidget>()> make);
    void addPushAll(const Integration &integration);
    void findExamples();
    void next();
    void shoot();

    Application &m_application;
    QString m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_dialog;
    QList<Step> m_steps;
    QList<Step> m_plan;
    QList<ColourScheme> m_schemes{ColourScheme::Light, ColourScheme::Dark};
    ColourScheme m_scheme = ColourScheme::Light;
    Step m_step;
    QWidget *m_target = nullptr;
    QHash<SyncState, RecordId> m_examples;
    QList<SyncState> m_unsearched;
    QTimer m_quiet; ///< runs out when the screen has been still for a moment
};

} // namespace tandem
