// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/connection.h"

namespace awaitscope {

namespace {

/// The session of a connection's thread. Is closed with the thread, if not before.
class ThreadSession
{
public:
    ~ThreadSession() { close(); }

    bool isOpen() const { return session_.has_value(); }
    SqlSession &session() { return *session_; }
    void open(const std::shared_ptr<ConnectionState> &state, const QString &path)
    {
        session_.emplace(path);
        state_ = state;
        state_->open = true;
    }
    void close()
    {
        if (!session_)
            return;
        session_.reset();
        state_->open = false;
    }

private:
    std::optional<SqlSession> session_;
    std::shared_ptr<ConnectionState> state_;
};

thread_local ThreadSession here;

void throwIfClosed()
{
    if (!here.isOpen())
        throw QueryError("the connection is not open");
}

} // namespace

void ConnectionState::count()
{
    const bool isOpen = open;
    if (!counter || isOpen == counted)
        return;
    counted = isOpen;
    counter->add(isOpen ? 1 : -1);
}

Connection::Connection(Scope &scope, QString path, Counter &openConnections, std::string_view name) : path_(std::move(path))
{
    state_->counter = &openConnections;
    worker_.emplace(scope, name);
}

Connection::~Connection()
{
    worker_.reset();
    state_->count();
    state_->counter = nullptr;
}

ConnectionCall<void> Connection::open(Scope &scope, Ns cost)
{
    return call<void>(scope, "open", cost, [state = state_, path = path_] {
        if (here.isOpen())
            throw QueryError("the connection is open already");
        here.open(state, path);
    });
}

ConnectionCall<Rows> Connection::query(Scope &scope, Ns cost, QString sql, QVariantList values)
{
    return call<Rows>(scope, "query", cost, [sql = std::move(sql), values = std::move(values)] {
        throwIfClosed();
        return here.session().query(sql, values);
    });
}

ConnectionCall<void> Connection::select(Scope &scope, Ns cost, QString sql, QVariantList values)
{
    return call<void>(scope, "select", cost, [sql = std::move(sql), values = std::move(values)] {
        throwIfClosed();
        here.session().select(sql, values);
    });
}

ConnectionCall<std::optional<QVariantList>> Connection::nextRow(Scope &scope, Ns cost)
{
    return call<std::optional<QVariantList>>(scope, "next row", cost, [] {
        throwIfClosed();
        return here.session().nextRow();
    });
}

ConnectionCall<void> Connection::close(Scope &scope, Ns cost)
{
    return call<void>(scope, "close", cost, [] {
        throwIfClosed();
        here.close();
    });
}

template <class T> ConnectionCall<T> Connection::call(Scope &scope, std::string_view what, Ns cost, std::function<T()> function)
{
    const NameId name = scope.scheduler().recorder()->intern(what);
    return {state_, worker_->run(scope, cost, std::move(function)), {WaitKind::Foreign, name.number()}};
}

} // namespace awaitscope
