// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/wakeup_timer.h"

#include <QTimer>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>
#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace awaitscope {

using SteadyTime = std::chrono::steady_clock::time_point;

class WakeupTimer::Impl
{
public:
    explicit Impl(std::function<void()> wake) : wake_(std::move(wake))
    {
        if (!openDescriptor()) {
            timer_ = std::make_unique<QTimer>();
            timer_->setTimerType(Qt::PreciseTimer);
            timer_->setSingleShot(true);
            QObject::connect(timer_.get(), &QTimer::timeout, timer_.get(), [this] { wake_(); });
        }
    }
    ~Impl() { closeDescriptor(); }

    void arm(SteadyTime when)
    {
        if (!timer_)
            armDescriptor(when);
        else
            timer_->start(std::max(std::chrono::ceil<std::chrono::milliseconds>(when - std::chrono::steady_clock::now()),
                std::chrono::milliseconds(0)));
    }

private:
#ifdef Q_OS_LINUX
    bool openDescriptor()
    {
        descriptor_ = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        if (descriptor_ < 0)
            return false;
        notifier_ = std::make_unique<QSocketNotifier>(descriptor_, QSocketNotifier::Read);
        QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(), [this] {
            std::uint64_t expirations = 0;
            if (read(descriptor_, &expirations, sizeof expirations) == sizeof expirations)
                wake_();
        });
        return true;
    }
    void closeDescriptor()
    {
        notifier_.reset();
        if (descriptor_ >= 0)
            close(descriptor_);
    }
    void armDescriptor(SteadyTime when)
    {
        // A value of zero would disarm.
        const auto sinceBoot = std::max(when.time_since_epoch(), SteadyTime::duration(1));
        const auto seconds = std::chrono::floor<std::chrono::seconds>(sinceBoot);
        itimerspec spec{};
        spec.it_value.tv_sec = seconds.count();
        spec.it_value.tv_nsec = std::chrono::nanoseconds(sinceBoot - seconds).count();
        timerfd_settime(descriptor_, TFD_TIMER_ABSTIME, &spec, nullptr);
    }

    int descriptor_ = -1;
    std::unique_ptr<QSocketNotifier> notifier_;
#else
    bool openDescriptor()
    {
        return false;
    }
    void closeDescriptor() { }
    void armDescriptor(SteadyTime) { }
#endif

    std::function<void()> wake_;
    std::unique_ptr<QTimer> timer_;
};

WakeupTimer::WakeupTimer(std::function<void()> wake) : impl_(std::make_unique<Impl>(std::move(wake))) { }

WakeupTimer::~WakeupTimer() = default;

void WakeupTimer::arm(SteadyTime when)
{
    impl_->arm(when);
}

} // namespace awaitscope
