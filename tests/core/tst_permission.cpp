// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/permission.h"

#include <QTest>

using namespace tandem;

class TestPermission : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rolesHaveWords();
    void eachRole_allowsWhatTheNextOneDoes();
    void liteOnlyReads();
    void creatorsDeleteNothing();
    void onlyAdministratorsMakeKeys();
};

void TestPermission::rolesHaveWords()
{
    for (const Role role : allRoles) {
        QCOMPARE(roleFromName(roleName(role)), role);
        QVERIFY(!roleTitle(role).isEmpty());
        QVERIFY(!roleExplanation(role).isEmpty());
    }
    QVERIFY(!roleFromName(QStringLiteral("king")));
}

void TestPermission::eachRole_allowsWhatTheNextOneDoes()
{
    for (size_t action = 0; action < size_t(Action::Count); ++action) {
        for (size_t role = 1; role < allRoles.size(); ++role)
            QVERIFY(!mayDo(allRoles.at(role), Action(action))
                    || mayDo(allRoles.at(role - 1), Action(action)));
        QVERIFY(mayDo(Role::Administrator, Action(action)));
    }
}

void TestPermission::liteOnlyReads()
{
    for (size_t action = 0; action < size_t(Action::Count); ++action)
        QCOMPARE(mayDo(Role::Lite, Action(action)), Action(action) == Action::ReadRecords);
}

void TestPermission::creatorsDeleteNothing()
{
    QVERIFY(mayDo(Role::Creator, Action::CreateRecords));
    QVERIFY(mayDo(Role::Creator, Action::EditRecords));
    QVERIFY(!mayDo(Role::Creator, Action::DeleteRecords));
    QVERIFY(mayDo(Role::Editor, Action::DeleteRecords));
}

void TestPermission::onlyAdministratorsMakeKeys()
{
    QVERIFY(!mayDo(Role::Manager, Action::ManageApiKeys));
}

QTEST_GUILESS_MAIN(TestPermission)
#include "tst_permission.moc"
