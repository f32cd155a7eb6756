// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/accessprobe.h"

#include "store/database.h"

#include <QCoreApplication>
#include <QThread>

#include <csignal>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Touched by the engine's thread while it runs, and by the test's when it does not. */
struct Armed {
    Point point = Point::Access;
    Strike strike = Strike::Fail;
    int n = 0;
    int seen = 0;
    bool hasCommitted = false;
    QString struck;

    bool isPoint(const QString &sql)
    {
        const bool isCommit = sql == "COMMIT"_L1;
        const bool wasCommit = std::exchange(hasCommitted, isCommit);
        switch (point) {
        case Point::Access:
            return true;
        case Point::Commit:
            return isCommit;
        case Point::Committed:
            return wasCommit;
        }
        return false;
    }

    Result<void> meet(const QString &sql)
    {
        if (QThread::currentThread() == qApp->thread())
            return {};
        const bool isHere = isPoint(sql) && ++seen == n;
        const bool isStillFull = strike == Strike::FailOn && seen > n;
        if (!isHere && !isStillFull)
            return {};
        if (strike == Strike::Kill)
            ::raise(SIGKILL);
        if (struck.isEmpty())
            struck = sql;
        return fail(ErrorCode::DatabaseFull, u"The disk is full, says the test."_s);
    }
};

Armed armed;

} // namespace

QString pointName(Point point)
{
    switch (point) {
    case Point::Access:
        return u"access"_s;
    case Point::Commit:
        return u"commit"_s;
    case Point::Committed:
        return u"committed"_s;
    }
    return {};
}

std::optional<Point> pointFromName(const QString &name)
{
    for (const Point point : {Point::Access, Point::Commit, Point::Committed}) {
        if (pointName(point) == name)
            return point;
    }
    return std::nullopt;
}

AccessProbe::AccessProbe(Point point, Strike strike, int n)
{
    armed = {.point = point, .strike = strike, .n = n};
    Database::setAccessProbe([](const QString &sql) { return armed.meet(sql); });
}

AccessProbe::~AccessProbe()
{
    Database::setAccessProbe({});
}

int AccessProbe::count()
{
    return armed.seen;
}

QString AccessProbe::struck()
{
    return armed.struck;
}

} // namespace tandem
