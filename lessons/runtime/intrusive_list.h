// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

/// A place in at most one List of the same tag, for objects that are listed without an allocation. Leaves its list when
/// it is destroyed.
template <class Tag> class ListNode
{
public:
    ListNode() = default;
    ListNode(const ListNode &) = delete;
    ListNode &operator=(const ListNode &) = delete;
    ~ListNode() { unlink(); }

    bool linked() const { return next_; }
    /// Leaves the list; does nothing outside one.
    void unlink()
    {
        if (!next_)
            return;
        previous_->next_ = next_;
        next_->previous_ = previous_;
        previous_ = next_ = nullptr;
    }

private:
    template <class Item, class ItemTag> friend class List;

    ListNode *previous_ = nullptr;
    ListNode *next_ = nullptr;
};

/// A first-in first-out list of objects that derive from ListNode<Tag>. Owns none of them; lets go of them when destroyed.
template <class Item, class Tag> class List
{
public:
    List() { head_.previous_ = head_.next_ = &head_; }
    List(const List &) = delete;
    List &operator=(const List &) = delete;
    ~List()
    {
        while (!empty())
            head_.next_->unlink();
        head_.previous_ = head_.next_ = nullptr;
    }

    bool empty() const { return head_.next_ == &head_; }
    /// The oldest item, or null.
    Item *front() const { return empty() ? nullptr : itemOf(head_.next_); }
    /// The item after one of this list, or null.
    Item *after(Item &item) const
    {
        Node *next = static_cast<Node &>(item).next_;
        return next == &head_ ? nullptr : itemOf(next);
    }
    /// Adds an item that is in no list of this tag.
    void pushBack(Item &item)
    {
        Node &node = item;
        node.previous_ = head_.previous_;
        node.next_ = &head_;
        head_.previous_->next_ = &node;
        head_.previous_ = &node;
    }

private:
    using Node = ListNode<Tag>;
    static Item *itemOf(Node *node) { return static_cast<Item *>(node); }

    Node head_;
};

} // namespace awaitscope
