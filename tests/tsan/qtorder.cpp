// SPDX-License-Identifier: GPL-3.0-or-later
// Tells ThreadSanitizer what Qt's own code, built without it, orders between threads: an event is posted
// before it is delivered, a semaphore released before it is acquired, a future finished before it is read.
// The linker's --wrap leads our calls through here; a race between our own accesses is still seen.
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFutureInterface>
#include <QSemaphore>
#include <QThread>

#include <sanitizer/tsan_interface.h>

#include <functional>
#include <future>
#include <memory>

using Work = std::function<void()>;
using FutureBase = QFutureInterfaceBase;

namespace {

void tellThreadOf(const QObject *receiver)
{
    if (receiver)
        __tsan_release(receiver->thread());
}

bool hearBeforeEvent(void **)
{
    __tsan_acquire(QThread::currentThread());
    return false;
}

const bool hears = QInternal::registerCallback(QInternal::EventNotifyCallback, hearBeforeEvent);

/** A slot is made before it is called, and called before it is deleted; Qt counts its owners unseen. */
class ToldSlot final : public QtPrivate::QSlotObjectBase {
public:
    ToldSlot(QtPrivate::QSlotObjectBase *slot, const QObject *sender)
        : QSlotObjectBase(&ToldSlot::serve)
        , m_slot(slot)
        , m_sender(sender)
    {
        __tsan_release(&m_made);
    }

    Q_DISABLE_COPY_MOVE(ToldSlot)

private:
    ~ToldSlot()
    {
        m_slot->destroyIfLastRef();
    }

    static void serve(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *answer)
    {
        auto *const told = static_cast<ToldSlot *>(self);
        __tsan_acquire(&told->m_made);
        switch (which) {
        case Destroy:
            __tsan_acquire(self);
            delete told;
            return;
        case Call:
            __tsan_acquire(const_cast<QObject *>(told->m_sender));
            told->m_slot->call(receiver, arguments);
            __tsan_release(self);
            __tsan_release(QThread::currentThread()); // to whoever waits for its end
            return;
        case Compare:
            *answer = told->m_slot->compare(arguments);
            __tsan_release(self);
            return;
        default:
            return;
        }
    }

    QtPrivate::QSlotObjectBase *const m_slot;
    const QObject *const m_sender;
    char m_made = 0; ///< only its address is needed
};

} // namespace

// The wrapped names are the linker's, and Qt's methods are the plain functions that they are to it. Aligned,
// because an odd pointer to a method would be one to a virtual method.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {

#define WRAPPED(Return, name, ...)                                                                           \
    Return __real_##name(__VA_ARGS__);                                                                       \
    [[gnu::aligned(2)]] Return __wrap_##name(__VA_ARGS__);                                                   \
    Return __wrap_##name(__VA_ARGS__)

WRAPPED(void, _ZN16QCoreApplication9postEventEP7QObjectP6QEventi, QObject *receiver, QEvent *event,
        int priority)
{
    tellThreadOf(receiver);
    __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(receiver, event, priority);
}

WRAPPED(void, _ZN7QObject11deleteLaterEv, QObject *object)
{
    tellThreadOf(object);
    __real__ZN7QObject11deleteLaterEv(object);
}

WRAPPED(bool,
        _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv,
        QObject *receiver, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *answer)
{
    auto *const told = new ToldSlot(slot, receiver);
    told->ref();
    const bool isDone =
        __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
            receiver, told, type, answer);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(told);
    __tsan_release(told);
    told->destroyIfLastRef();
    return isDone;
}

WRAPPED(
    QMetaObject::Connection,
    _ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject,
    const QObject *sender, void **signal, const QObject *receiver, void **slotPointer,
    QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, const int *types,
    const QMetaObject *senderType)
{
    return __real__ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject(
        sender, signal, receiver, slotPointer, new ToldSlot(slot, sender), type, types, senderType);
}

WRAPPED(void, _ZN11QMetaObject8activateEP7QObjectPKS_iPPv, QObject *sender, const QMetaObject *type,
        int signal, void **arguments)
{
    __tsan_release(sender);
    __real__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(sender, type, signal, arguments);
}

WRAPPED(void, _ZN11QThreadPool5startESt8functionIFvvEEi, QThreadPool *pool, Work work, int priority)
{
    // A thread of the pool may take the work without having waited for it.
    const auto told = std::make_shared<char>();
    __tsan_release(told.get());
    __real__ZN11QThreadPool5startESt8functionIFvvEEi(
        pool,
        [told, work = std::move(work)] {
            __tsan_acquire(told.get());
            work();
        },
        priority);
}

WRAPPED(void, _ZN10QSemaphore7releaseEi, QSemaphore *semaphore, int count)
{
    __tsan_release(semaphore);
    __real__ZN10QSemaphore7releaseEi(semaphore, count);
}

WRAPPED(void, _ZN10QSemaphore7acquireEi, QSemaphore *semaphore, int count)
{
    __real__ZN10QSemaphore7acquireEi(semaphore, count);
    __tsan_acquire(semaphore);
}

WRAPPED(bool, _ZN10QSemaphore10tryAcquireEii, QSemaphore *semaphore, int count, int timeout)
{
    const bool isAcquired = __real__ZN10QSemaphore10tryAcquireEii(semaphore, count, timeout);
    if (isAcquired)
        __tsan_acquire(semaphore);
    return isAcquired;
}

WRAPPED(void, _ZN20QFutureInterfaceBase14reportFinishedEv, FutureBase *future)
{
    __tsan_release(&future->mutex());
    __real__ZN20QFutureInterfaceBase14reportFinishedEv(future);
}

WRAPPED(void, _ZN20QFutureInterfaceBase18reportResultsReadyEii, FutureBase *future, int begin, int end)
{
    __tsan_release(&future->mutex());
    __real__ZN20QFutureInterfaceBase18reportResultsReadyEii(future, begin, end);
}

WRAPPED(void, _ZN20QFutureInterfaceBase6cancelEv, FutureBase *future)
{
    __tsan_release(&future->mutex());
    __real__ZN20QFutureInterfaceBase6cancelEv(future);
}

WRAPPED(void, _ZN20QFutureInterfaceBase15waitForFinishedEv, FutureBase *future)
{
    __real__ZN20QFutureInterfaceBase15waitForFinishedEv(future);
    __tsan_acquire(&future->mutex());
}

WRAPPED(bool, _ZNK20QFutureInterfaceBase10queryStateENS_5StateE, const FutureBase *future,
        FutureBase::State state)
{
    const bool isSo = __real__ZNK20QFutureInterfaceBase10queryStateENS_5StateE(future, state);
    __tsan_acquire(&future->mutex());
    return isSo;
}

WRAPPED(bool, _ZNK20QFutureInterfaceBase10isFinishedEv, const FutureBase *future)
{
    const bool isSo = __real__ZNK20QFutureInterfaceBase10isFinishedEv(future);
    __tsan_acquire(&future->mutex());
    return isSo;
}

// Futures count their owners out of sight too, and the last of them deletes what all have written.
WRAPPED(bool, _ZNK20QFutureInterfaceBase6derefTEv, const FutureBase *future)
{
    QMutex *const mutex = &future->mutex();
    __tsan_release(mutex);
    const bool isOwned = __real__ZNK20QFutureInterfaceBase6derefTEv(future);
    if (!isOwned)
        __tsan_acquire(mutex);
    return isOwned;
}

WRAPPED(void, _ZN20QFutureInterfaceBaseD2Ev, FutureBase *future)
{
    QMutex *const mutex = &future->mutex();
    __tsan_release(mutex);
    __tsan_acquire(mutex);
    __real__ZN20QFutureInterfaceBaseD2Ev(future);
}

WRAPPED(void, _ZN7QObjectD2Ev, QObject *object)
{
    // What a thread deletes at its end happens before whoever waits for that end goes on.
    __tsan_release(QThread::currentThread());
    __real__ZN7QObjectD2Ev(object);
}

WRAPPED(QThread *, _ZN7QThread16createThreadImplEOSt6futureIvE, std::future<void> &&work)
{
    std::future<void> told = std::async(std::launch::deferred, [work = std::move(work)]() mutable {
        work.get();
        __tsan_release(QThread::currentThread());
    });
    return __real__ZN7QThread16createThreadImplEOSt6futureIvE(std::move(told));
}

WRAPPED(bool, _ZN7QThread4waitE14QDeadlineTimer, QThread *thread, QDeadlineTimer deadline)
{
    const bool hasEnded = __real__ZN7QThread4waitE14QDeadlineTimer(thread, deadline);
    if (hasEnded)
        __tsan_acquire(thread);
    return hasEnded;
}

} // extern "C"
// NOLINTEND(bugprone-reserved-identifier)
