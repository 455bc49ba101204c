package dev.halflife.model.heat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comes of answering keys that are not tracked in every order, where that makes keys owed past the cap (F3). The
 * orders are not tried one by one, as few of them differ:
 *
 * <ul>
 *   <li>An answer that leaves its key owed matters only in whether it comes before the key is dropped or after, when it
 *       makes it owed anew. So it is given once nothing more can be dropped, and each drop is looked at both ways.
 *   <li>An answer that pays makes room, which is missed only when the next key would be one too many: it is given then.
 *   <li>Keys that become owed do so in one order: their number alone decides until the first of them is dropped, and from
 *       then on all that is owed is as old as they are, so that whatever is to remain need never be dropped.
 * </ul>
 *
 * <p>Costs as much as there are sets of keys that may be owed on the way; each order by itself would be a factorial.
 */
final class EveryOrder {

    private final Acknowledgement answer;
    private final List<String> owing;
    private final Set<Point> seen = new HashSet<>();
    private final Map<Map<String, Account>, Draft> outcomes = new LinkedHashMap<>();

    /** What is owed on the way, and who is still to become so; all else follows. */
    private record Point(Map<String, Account> owed, List<String> coming) {}

    private EveryOrder(Acknowledgement answer, List<String> owing) {
        this.answer = answer;
        this.owing = owing;
    }

    /** The drafts, each with something else owed, that answering these keys may lead to. */
    static List<Draft> of(Acknowledgement answer, Draft draft, List<String> keys) {
        List<String> owing = new ArrayList<>();
        List<String> coming = new ArrayList<>();
        for (String key : keys) {
            if (draft.owed.containsKey(key)) {
                owing.add(key);
            } else if (answer.isOrphan(key)) {
                coming.add(key);
            }
        }
        EveryOrder every = new EveryOrder(answer, owing);
        every.from(draft, coming);
        return List.copyOf(every.outcomes.values());
    }

    private void from(Draft draft, List<String> coming) {
        if (!seen.add(new Point(draft.owed, coming))) {
            return;
        }
        if (coming.isEmpty()) {
            end(draft);
            return;
        }
        List<String> rest = coming.subList(1, coming.size());
        Draft next = new Draft(draft);
        answer.answerUntracked(coming.get(0), next);
        List<Draft> bounded = next.bounded();
        if (bounded.get(0) == next) {
            from(next, rest);
            return;
        }
        for (String key : owing) {
            if (next.owedEarlier(key) && answer.pays(key, next)) {
                Draft paid = new Draft(next);
                answer.answerUntracked(key, paid);
                from(paid, rest);
            }
        }
        for (Draft dropped : bounded) {
            afterDrop(next, dropped, rest);
        }
    }

    private void afterDrop(Draft before, Draft after, List<String> rest) {
        String lost = lost(before, after);
        if (lost.isEmpty() || !answer.pays(lost, before)) {
            from(after, rest);
        }
        if (!lost.isEmpty()) {
            List<String> coming = new ArrayList<>(rest);
            if (answer.isOrphan(lost)) {
                coming.add(lost);
            }
            from(after, coming);
        }
    }

    /** The key that was dropped and may be still to answer; empty where it is none of those. */
    private String lost(Draft before, Draft after) {
        for (String key : owing) {
            if (before.owedEarlier(key) && !after.owed.containsKey(key)) {
                return key;
            }
        }
        return "";
    }

    /** Nothing more is dropped: what is still to answer is answered. */
    private void end(Draft draft) {
        Draft ended = new Draft(draft);
        for (String key : owing) {
            if (ended.owedEarlier(key)) {
                answer.answerUntracked(key, ended);
            }
        }
        outcomes.putIfAbsent(ended.owed, ended);
    }
}
