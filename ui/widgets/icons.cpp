// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "ui/widgets/colourscheme.h"

#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Names of the freedesktop and Breeze themes for our actions; those that are missing are only drawn by us.
 */
QString themeName(const QString &name)
{
    static const QHash<QString, QString> names{
        {u"add"_s, u"list-add"_s},
        {u"calendar"_s, u"view-calendar"_s},
        {u"close"_s, u"window-close"_s},
        {u"connect"_s, u"network-connect"_s},
        {u"delete"_s, u"edit-delete"_s},
        {u"disconnect"_s, u"network-disconnect"_s},
        {u"edit"_s, u"document-edit"_s},
        {u"export"_s, u"document-export"_s},
        {u"filter"_s, u"view-filter"_s},
        {u"history"_s, u"view-history"_s},
        {u"import"_s, u"document-import"_s},
        {u"info"_s, u"help-about"_s},
        {u"log"_s, u"text-x-log"_s},
        {u"pause"_s, u"media-playback-pause"_s},
        {u"play"_s, u"media-playback-start"_s},
        {u"revert"_s, u"document-revert"_s},
        {u"save"_s, u"document-save"_s},
        {u"search"_s, u"edit-find"_s},
        {u"settings"_s, u"configure"_s},
        {u"sync"_s, u"view-refresh"_s},
    };
    return names.value(name);
}

/** The style would tint a selected icon with the highlight; ours is drawn for it already. */
QIcon::Mode plain(QIcon::Mode mode)
{
    return mode == QIcon::Selected ? QIcon::Normal : mode;
}

/** Chooses between a theme's icon and our two drawings each time it is painted. */
class SchemeIconEngine final : public QIconEngine {
public:
    SchemeIconEngine(QString file, QString theme);
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    QString key() const override;
    bool isNull() override;

private:
    QIcon present(QIcon::Mode mode) const;

    QString m_file;
    QString m_theme;
    QIcon m_light;
    QIcon m_dark;
};

SchemeIconEngine::SchemeIconEngine(QString file, QString theme)
    : m_file(std::move(file))
    , m_theme(std::move(theme))
    , m_light(QStringLiteral(":/tandem/icons/%1.svg").arg(m_file))
    , m_dark(QStringLiteral(":/tandem/icons/dark/%1.svg").arg(m_file))
{
}

QIcon SchemeIconEngine::present(QIcon::Mode mode) const
{
    if (!m_theme.isEmpty() && chosenColourScheme() == ColourScheme::System && QIcon::hasThemeIcon(m_theme))
        return QIcon::fromTheme(m_theme);
    // On a selected line the drawing has to stand out from the highlight.
    const QPalette palette = QGuiApplication::palette();
    const bool needsLight = mode == QIcon::Selected ? palette.color(QPalette::HighlightedText).lightness()
            > palette.color(QPalette::Highlight).lightness()
                                                    : isDarkPalette();
    return needsLight ? m_dark : m_light;
}

void SchemeIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    present(mode).paint(painter, rect, Qt::AlignCenter, plain(mode), state);
}

QPixmap SchemeIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return present(mode).pixmap(size, 1.0, plain(mode), state);
}

QPixmap SchemeIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // `size` is in device pixels here, while QIcon::pixmap wants the size before scaling.
    return present(mode).pixmap((QSizeF(size) / scale).toSize(), scale, plain(mode), state);
}

QSize SchemeIconEngine::actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return present(mode).actualSize(size, mode, state);
}

QIconEngine *SchemeIconEngine::clone() const
{
    return new SchemeIconEngine(m_file, m_theme);
}

QString SchemeIconEngine::key() const
{
    return QStringLiteral("tandem-scheme");
}

bool SchemeIconEngine::isNull()
{
    return m_light.isNull();
}

QIcon cachedIcon(const QString &file, const QString &theme)
{
    static QHash<QString, QIcon> icons;
    auto found = icons.find(file);
    if (found == icons.end())
        found = icons.insert(file, QIcon(new SchemeIconEngine(file, theme)));
    return *found;
}

} // namespace

QIcon actionIcon(const QString &name)
{
    return cachedIcon(u"action-"_s + name, themeName(name));
}

QIcon kindIcon(AssetKind kind)
{
    return cachedIcon(u"kind-"_s + kindName(kind), {});
}

QIcon stateIcon(SyncState state)
{
    return cachedIcon(u"state-"_s + syncStateName(state), {});
}

QIcon integrationStateIcon(IntegrationState state)
{
    switch (state) {
    case IntegrationState::NotSyncedYet:
        return stateIcon(SyncState::NotYetPushed);
    case IntegrationState::Queued:
        return stateIcon(SyncState::Pending);
    case IntegrationState::Syncing:
        return stateIcon(SyncState::Pushing);
    case IntegrationState::UpToDate:
        return stateIcon(SyncState::Synced);
    case IntegrationState::Paused:
        return stateIcon(SyncState::Paused);
    case IntegrationState::Offline:
        return stateIcon(SyncState::Retrying);
    case IntegrationState::SignInFailed:
    case IntegrationState::Error:
        return stateIcon(SyncState::Error);
    case IntegrationState::Count:
        break;
    }
    return {};
}

QIcon applicationIcon()
{
    return QIcon::fromTheme(u"org.tandem_sync.Tandem"_s,
                            QIcon(u":/tandem/icons/org.tandem_sync.Tandem.svg"_s));
}

} // namespace tandem
