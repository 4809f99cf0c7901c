//! The arc-hybrid machine: a stack, the rest of the sentence, and three ways on.
//!
//! It knows nothing of weights or features. The root is a word after the last one: the head of the sentence is the
//! one left on the stack when everything else is attached.

use super::grammar::Relation;

/// A way on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack hangs on the next word.
    Left,
    /// The top of the stack hangs on the one below it.
    Right,
}

impl Action {
    /// Every way on; the number of an action is its place here.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// No word at that place.
pub const NONE: usize = usize::MAX;

/// The state of the machine over a sentence of `size` words.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    size: usize,
    next: usize,
    stack: Vec<u32>,
    /// Head and relation of each word that has one; the root is the word `size`.
    heads: Vec<(u32, Relation)>,
    inner: Vec<Inner>,
}

/// What already hangs on a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inner {
    /// Its outermost dependents on the left, the outer one first.
    pub left: [Option<u32>; 2],
    /// Its outermost dependents on the right, the outer one first.
    pub right: [Option<u32>; 2],
    /// How many on the left.
    pub left_count: u32,
    /// How many on the right.
    pub right_count: u32,
    /// Which relations, one bit each.
    pub relations: u64,
}

/// The head of a word that has none yet.
const UNATTACHED: (u32, Relation) = (u32::MAX, Relation::Dep);

impl Machine {
    /// Starts over with a sentence of `size` words.
    pub fn start(&mut self, size: usize) {
        self.size = size;
        self.next = 0;
        self.stack.clear();
        self.heads.clear();
        self.heads.resize(size, UNATTACHED);
        self.inner.clear();
        self.inner.resize(size + 1, Inner::default());
    }

    /// Whether every word has its head.
    pub fn is_done(&self) -> bool {
        self.next >= self.size && self.stack.is_empty()
    }

    /// The word `depth` below the top of the stack.
    #[inline]
    pub fn stacked(&self, depth: usize) -> usize {
        self.stack.len().checked_sub(depth + 1).map_or(NONE, |at| self.stack[at] as usize)
    }

    /// The words on the stack, the lowest first.
    #[cfg(feature = "train")]
    pub fn stack(&self) -> &[u32] {
        &self.stack
    }

    /// The word `ahead` of the next one; the root counts as one.
    #[inline]
    pub fn ahead(&self, ahead: usize) -> usize {
        if self.next + ahead <= self.size { self.next + ahead } else { NONE }
    }

    /// What hangs on `word`.
    #[inline]
    pub fn inner(&self, word: usize) -> Inner {
        self.inner.get(word).copied().unwrap_or_default()
    }

    /// The relation by which `word` hangs on its head.
    #[inline]
    pub fn relation(&self, word: usize) -> Relation {
        self.heads.get(word).map_or(Relation::Dep, |&(_, relation)| relation)
    }

    /// Whether an action can be done now. One word alone hangs on the root.
    pub fn allows(&self, action: Action) -> bool {
        match action {
            Action::Shift => self.next < self.size,
            Action::Left => !self.stack.is_empty() && (self.next < self.size || self.stack.len() == 1),
            Action::Right => self.stack.len() > 1,
        }
    }

    /// The head that an action would give to the top of the stack, and that word.
    pub fn arc(&self, action: Action) -> Option<(usize, usize)> {
        match action {
            Action::Shift => None,
            Action::Left => Some((self.next, self.stacked(0))),
            Action::Right => Some((self.stacked(1), self.stacked(0))),
        }
    }

    /// Does an allowed action.
    pub fn act(&mut self, action: Action, relation: Relation) {
        let Some((head, word)) = self.arc(action) else {
            self.stack.push(self.next as u32);
            self.next += 1;
            return;
        };
        self.stack.pop();
        if word >= self.size || head > self.size {
            return;
        }
        self.heads[word] = (head as u32, relation);
        let inner = &mut self.inner[head];
        inner.relations |= 1 << (relation as u32);
        if word < head {
            inner.left = [Some(word as u32), inner.left[0]];
            inner.left_count += 1;
        } else {
            inner.right = [Some(word as u32), inner.right[0]];
            inner.right_count += 1;
        }
    }

    /// Heads (`None` for the root) and relations.
    pub fn arcs(&self) -> impl Iterator<Item = (Option<usize>, Relation)> + '_ {
        let is_root = |head: u32| head as usize >= self.size;
        let arc = move |&(head, relation): &(u32, Relation)| {
            if is_root(head) { (None, Relation::Root) } else { (Some(head as usize), relation) }
        };
        self.heads.iter().map(arc)
    }
}
