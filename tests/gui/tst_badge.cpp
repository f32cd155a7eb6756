// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/colourscheme.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_Badge final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void E1_everyStateCanBeReadInLightAndDark_data();
    void E1_everyStateCanBeReadInLightAndDark();
    void E1_everyStateHasAnIconAWordAndASentence();
    void delegate_paintsOnePillAnIntegration();
    void delegate_keepsThePillReadableOnASelectedRow();
    void label_tellsScreenReaders();
};

namespace {

SyncBadge badge(SyncState state)
{
    return {
        .integrationId = 1, .integrationName = u"Main"_s, .platform = Platform::ConnectWise, .state = state};
}

QImage painted(const QList<SyncBadge> &badges, bool isSelected)
{
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), QVariant::fromValue(badges), Qt::UserRole);
    const BadgeDelegate delegate(Qt::UserRole);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 200, 28);
    option.palette = QApplication::palette();
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    option.state.setFlag(QStyle::State_Selected, isSelected);
    QImage image(200, 28, QImage::Format_RGB32);
    image.fill(option.palette.color(QPalette::Base));
    QPainter painter(&image);
    delegate.paint(&painter, option, model.index(0, 0));
    return image;
}

/** The last column of pixels that is not background. */
int paintedWidth(const QImage &image)
{
    for (int x = image.width() - 1; x >= 0; --x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) != QApplication::palette().color(QPalette::Base))
                return x;
        }
    }
    return 0;
}

} // namespace

void tst_Badge::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_Badge::E1_everyStateCanBeReadInLightAndDark_data()
{
    QTest::addColumn<ColourScheme>("scheme");
    QTest::addColumn<SyncState>("state");
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        for (const SyncState state : allSyncStates)
            QTest::addRow("%s %s", qPrintable(colourSchemeName(scheme)), qPrintable(syncStateName(state)))
                << scheme << state;
    }
}

void tst_Badge::E1_everyStateCanBeReadInLightAndDark()
{
    QFETCH(ColourScheme, scheme);
    QFETCH(SyncState, state);
    applyColourScheme(scheme);
    QCOMPARE(isDarkPalette(), scheme == ColourScheme::Dark);
    const StateColours colours = stateColours(state, QApplication::palette());
    QVERIFY2(contrastRatio(colours.ink, colours.fill) >= 4.5, qPrintable(colours.ink.name()));
    // Messages use the same ink on the window itself.
    QVERIFY(contrastRatio(colours.ink, QApplication::palette().color(QPalette::Window)) >= 4.0);
}

void tst_Badge::E1_everyStateHasAnIconAWordAndASentence()
{
    for (const SyncState state : allSyncStates) {
        QVERIFY2(!stateIcon(state).pixmap(16).isNull(), qPrintable(syncStateName(state)));
        QVERIFY(badgeAccessibleText(badge(state)).contains(syncStateTitle(state)));
        QVERIFY(badgeSentence(badge(state)).startsWith(u"Main: "_s));
    }
}

void tst_Badge::delegate_paintsOnePillAnIntegration()
{
    applyColourScheme(ColourScheme::Light);
    const int none = paintedWidth(painted({}, false));
    const int one = paintedWidth(painted({badge(SyncState::Synced)}, false));
    const int two = paintedWidth(painted({badge(SyncState::Synced), badge(SyncState::Error)}, false));
    QCOMPARE(none, 0);
    QVERIFY(one > 30);
    QVERIFY(two > one + 30);
}

void tst_Badge::delegate_keepsThePillReadableOnASelectedRow()
{
    applyColourScheme(ColourScheme::Light);
    const QImage image = painted({badge(SyncState::Error)}, true);
    const StateColours colours = stateColours(SyncState::Error, QApplication::palette());
    bool hasFill = false;
    for (int x = 0; x < image.width() && !hasFill; ++x)
        hasFill = image.pixel(x, image.height() / 2) == colours.fill.rgb();
    QVERIFY(hasFill);
}

void tst_Badge::label_tellsScreenReaders()
{
    BadgeLabel label;
    label.setBadges({badge(SyncState::Held)});
    QCOMPARE(label.accessibleName(), u"ConnectWise: Held"_s);
    QVERIFY(label.sizeHint().width() > 30);
}

QTEST_MAIN(tst_Badge)
#include "tst_badge.moc"
