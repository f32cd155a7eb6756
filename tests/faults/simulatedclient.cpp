// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/simulatedclient.h"

#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deadlineMs = 60'000;
constexpr int rowsOfPage = 4; ///< few, so that there are pages

Error errorFor(Fate fate, bool isWrite)
{
    const auto error = [](ErrorCode code, const char *words) {
        return Error {.code = code, .message = QString::fromLatin1(words)};
    };
    switch (fate) {
    case Fate::Answered:
    case Fate::Count:
        break;
    case Fate::Unreached:
        return error(ErrorCode::Unreachable, "There is no connection.");
    case Fate::Dropped:
    case Fate::Lost:
        return isWrite ? error(ErrorCode::OutcomeUnknown, "No answer came.")
                       : error(ErrorCode::Unreachable, "The connection broke.");
    case Fate::Limited: {
        Error wait = error(ErrorCode::RateLimited, "Too many.");
        wait.httpStatus = 429;
        wait.retryAfter = std::chrono::seconds(2);
        return wait;
    }
    case Fate::Unavailable:
        return error(ErrorCode::ServerFault, "Unavailable.");
    case Fate::Failed:
        return isWrite ? error(ErrorCode::OutcomeUnknown, "It failed.") : error(ErrorCode::ServerFault, "It failed.");
    case Fate::Refused:
        return isWrite ? error(ErrorCode::Rejected, "It does not like that.")
                       : error(ErrorCode::NotAllowed, "The member lacks the right.");
    case Fate::SignedOut:
        return error(ErrorCode::SignInFailed, "The keys are wrong.");
    case Fate::Hung:
        return isWrite ? error(ErrorCode::OutcomeUnknown, "No answer in time.")
                       : error(ErrorCode::TimedOut, "No answer in time.");
    case Fate::Garbled:
        return isWrite ? error(ErrorCode::OutcomeUnknown, "The answer makes no sense.")
                       : error(ErrorCode::BadAnswer, "The answer makes no sense.");
    }
    return error(ErrorCode::Internal, "This is no failure.");
}

bool isApplied(Fate fate)
{
    switch (fate) {
    case Fate::Answered:
    case Fate::Lost:
    case Fate::Failed:
    case Fate::Hung:
    case Fate::Garbled:
        return true;
    case Fate::Unreached:
    case Fate::Dropped:
    case Fate::Limited:
    case Fate::Unavailable:
    case Fate::Refused:
    case Fate::SignedOut:
    case Fate::Count:
        break;
    }
    return false;
}

} // namespace

SimulatedNetwork::SimulatedNetwork(quint32 seed)
    : m_random(seed)
{
}

SimulatedNetwork::~SimulatedNetwork() = default;

void SimulatedNetwork::arm(Which which, int skip, Fate fate)
{
    m_armed.append({which, skip, fate});
}

void SimulatedNetwork::disarm()
{
    m_armed.clear();
}

int SimulatedNetwork::chance(int limit)
{
    // SplitMix64
    quint64 z = (m_random += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return int((z ^ (z >> 31)) % quint64(limit));
}

Fate SimulatedNetwork::nextFate(bool isWrite)
{
    Fate fate = Fate::Answered;
    for (qsizetype i = 0; i < m_armed.size();) {
        const bool isMeant = isWrite || m_armed[i].which == Which::All;
        if (!isMeant || m_armed[i].skip-- > 0) {
            ++i;
            continue;
        }
        fate = m_armed.takeAt(i).fate;
    }
    return fate;
}

SimulatedNetwork::Awaited SimulatedNetwork::send(bool isWrite, std::function<void()> apply)
{
    ++m_requests;
    auto exchange = std::make_shared<Exchange>(Exchange {.isWrite = isWrite, .apply = std::move(apply)});
    if (m_isCut) {
        exchange->error = Error {.code = ErrorCode::Cancelled, .message = u"Cancelled."_s};
        return {*this, exchange};
    }
    exchange->fate = nextFate(isWrite);
    const int wayThere = 1 + chance(20);
    exchange->wayBack = exchange->fate == Fate::Hung ? deadlineMs : 1 + chance(20);
    m_underWay.insert(startTimer(wayThere), exchange);
    return {*this, exchange};
}

int SimulatedNetwork::requests() const
{
    return m_requests;
}

bool SimulatedNetwork::Awaited::await_ready() const
{
    return exchange->error.has_value();
}

void SimulatedNetwork::Awaited::await_suspend(std::coroutine_handle<> waiter) const
{
    exchange->waiter = waiter;
}

std::optional<Error> SimulatedNetwork::Awaited::await_resume() const
{
    return exchange->error;
}

void SimulatedNetwork::arrive(Exchange &exchange)
{
    exchange.hasArrived = true;
    if (isApplied(exchange.fate))
        exchange.apply();
    if (exchange.fate != Fate::Answered)
        exchange.error = errorFor(exchange.fate, exchange.isWrite);
}

void SimulatedNetwork::timerEvent(QTimerEvent *event)
{
    killTimer(event->timerId());
    const std::shared_ptr<Exchange> exchange = m_underWay.take(event->timerId());
    if (!exchange->hasArrived) {
        arrive(*exchange);
        m_underWay.insert(startTimer(exchange->wayBack), exchange);
        return;
    }
    if (const auto waiter = std::exchange(exchange->waiter, {}))
        waiter.resume();
}

void SimulatedNetwork::cut()
{
    m_isCut = true;
    // By the order of departure, since a hash has none.
    QList<int> timers = m_underWay.keys();
    std::sort(timers.begin(), timers.end());
    QList<std::shared_ptr<Exchange>> ended;
    for (const int timer : std::as_const(timers)) {
        killTimer(timer);
        ended.append(m_underWay.take(timer));
    }
    for (const std::shared_ptr<Exchange> &exchange : std::as_const(ended)) {
        if (!exchange->hasArrived && exchange->isWrite && isApplied(exchange->fate) && chance(2) == 0)
            exchange->apply();
        exchange->error = exchange->isWrite
            ? Error {.code = ErrorCode::OutcomeUnknown, .message = u"No answer came."_s}
            : Error {.code = ErrorCode::Cancelled, .message = u"Cancelled."_s};
    }
    for (const std::shared_ptr<Exchange> &exchange : std::as_const(ended)) {
        if (const auto waiter = std::exchange(exchange->waiter, {}))
            waiter.resume();
    }
}

void SimulatedNetwork::connect()
{
    m_isCut = false;
}

SimulatedClient::SimulatedClient(SimulatedNetwork &network, SimulatedPsa &psa)
    : m_network(network)
    , m_psa(psa)
{
}

QCoro::Task<Result<ServerInfo>> SimulatedClient::signIn()
{
    const std::optional<Error> error = co_await m_network.send(false, [] {});
    if (error)
        co_return fail(*error);
    const Result<ServerInfo> info = ServerInfo {.product = u"Simulated"_s, .company = u"Here"_s, .baseUrl = u"sim:"_s};
    co_return info;
}

QCoro::Task<Result<QList<RemoteOption>>> SimulatedClient::options(OptionList list)
{
    const Result<QList<RemoteOption>> options = SimulatedPsa::options(list);
    // Lists that it does not have cost no request.
    if (options->isEmpty())
        co_return options;
    const std::optional<Error> error = co_await m_network.send(false, [] {});
    if (error)
        co_return fail(*error);
    co_return options;
}

QCoro::Task<Result<RemotePage>> SimulatedClient::page(AssetKind kind, PageRequest request)
{
    const auto found = std::make_shared<QList<RemoteRecord>>();
    const int after = request.cursor.toInt();
    const int organization = request.organizationId.toInt();
    const auto apply = [this, found, kind, after, organization, since = request.changedSince] {
        *found = m_psa.list(kind, after, since, organization, rowsOfPage);
    };
    const std::optional<Error> error = co_await m_network.send(false, apply);
    if (error)
        co_return fail(*error);
    const Result<RemotePage> page = RemotePage {
        .records = *found, .nextCursor = found->size() == rowsOfPage ? found->constLast().key.id : QString()};
    co_return page;
}

QCoro::Task<Result<qint64>> SimulatedClient::count(AssetKind, PageRequest)
{
    const Result<qint64> unknown = -1;
    co_return unknown;
}

QCoro::Task<Result<RemoteRecord>> SimulatedClient::read(AssetKind kind, RemoteKey key)
{
    const auto answer = std::make_shared<Result<RemoteRecord>>();
    const auto apply = [this, answer, kind, id = key.id.toInt()] { *answer = m_psa.read(kind, id); };
    const std::optional<Error> error = co_await m_network.send(false, apply);
    if (error)
        co_return fail(*error);
    co_return *answer;
}

QCoro::Task<Result<QList<RemoteRecord>>> SimulatedClient::readMany(AssetKind kind, QList<RemoteKey> keys)
{
    const auto found = std::make_shared<QList<RemoteRecord>>();
    const auto apply = [this, found, kind, keys] {
        for (const RemoteKey &key : keys) {
            const Result<RemoteRecord> record = m_psa.read(kind, key.id.toInt());
            if (record)
                found->append(*record);
        }
    };
    const std::optional<Error> error = co_await m_network.send(false, apply);
    if (error)
        co_return fail(*error);
    const Result<QList<RemoteRecord>> records = *found;
    co_return records;
}

QCoro::Task<Result<RemoteRecord>> SimulatedClient::create(AssetKind kind, RemoteValues values)
{
    const auto answer = std::make_shared<Result<RemoteRecord>>();
    const auto apply = [this, answer, kind, values] { *answer = m_psa.create(kind, values, SimulatedPsa::By::Tandem); };
    const std::optional<Error> error = co_await m_network.send(true, apply);
    if (error)
        co_return fail(*error);
    co_return *answer;
}

QCoro::Task<Result<RemoteRecord>> SimulatedClient::update(RemoteRecord current, RemoteValues changes)
{
    const auto answer = std::make_shared<Result<RemoteRecord>>();
    const auto apply = [this, answer, kind = current.kind, id = current.key.id.toInt(), changes] {
        *answer = m_psa.update(kind, id, changes, SimulatedPsa::By::Tandem);
    };
    const std::optional<Error> error = co_await m_network.send(true, apply);
    if (error)
        co_return fail(*error);
    co_return *answer;
}

QCoro::Task<Result<QList<RemoteRecord>>> SimulatedClient::findSimilar(AssetKind kind, RemoteValues values)
{
    const auto found = std::make_shared<QList<RemoteRecord>>();
    const auto apply = [this, found, kind, values] { *found = m_psa.similar(kind, values); };
    const std::optional<Error> error = co_await m_network.send(false, apply);
    if (error)
        co_return fail(*error);
    const Result<QList<RemoteRecord>> records = *found;
    co_return records;
}

QUrl SimulatedClient::webLink(AssetKind, RemoteKey) const
{
    return {};
}

} // namespace tandem
