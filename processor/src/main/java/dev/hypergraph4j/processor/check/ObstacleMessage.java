package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Obstacle.Kind;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;
import java.util.Set;

/** What is said of a value that can't be written and read back: the types that lead to the one at fault, and what to do about that one. */
final class ObstacleMessage {
    private static final String RULE = "NotPersistable";
    private static final int LONGEST_SENTENCE = 120;

    /** Where another type of the JDK is the mend, if one is known. */
    private static final Set<Kind> NEED_ANOTHER_TYPE =
            Set.of(Kind.OPEN, Kind.STREAM, Kind.COLLECTION, Kind.COMPARATOR, Kind.BUFFER);

    private final Obstacle obstacle;
    private final Spelling spelling;
    private final String culprit;

    private ObstacleMessage(Obstacle obstacle, Spelling spelling) {
        this.obstacle = obstacle;
        this.spelling = spelling;
        obstacle.path().forEach(spelling::mention);
        this.culprit = spelling.type(obstacle.type());
    }

    /** @param nesting how the graph of the value comes to be durable; empty where it says so itself */
    static Message of(Give give, Obstacle obstacle, String nesting) {
        Spelling spelling = Spelling.of(List.of(), List.of(give));
        ObstacleMessage message = new ObstacleMessage(obstacle, spelling);
        String verb = give.node().method().traits().interrupt() ? "asks for" : "produces";
        return message.text(spelling.node(give.node()), verb, give.value(), spelling.role(give), nesting);
    }

    /** @param nesting how the graph of the value comes to be durable; empty where it says so itself */
    static Message of(Take take, Obstacle obstacle, String nesting) {
        Spelling spelling = Spelling.of(List.of(take), List.of());
        ObstacleMessage message = new ObstacleMessage(obstacle, spelling);
        return message.text(spelling.node(take.node()), "takes", take.value(), spelling.role(take), nesting);
    }

    private Message text(String node, String verb, String value, String role, String nesting) {
        String claim = "%s %s '%s', which can't be written and read back exactly".formatted(node, verb, value);
        String sentence = claim + ": " + reason() + ".";
        boolean isLong = sentence.length() > LONGEST_SENTENCE;
        Message message = Message.of(RULE, isLong ? claim + "." : sentence)
                .fact(value, spelling.type(obstacle.path().get(0)), role);
        Obstacle.Component component = obstacle.component();
        if (component != null) {
            message = message.fact(
                    component.name(),
                    spelling.type(component.type()),
                    "component of " + spelling.type(component.owner()));
        }
        if (obstacle.path().size() > 1) {
            message = message.fact("path", path());
        }
        if (isLong) {
            message = message.fact("fault", reason());
        }
        return withFixes(nesting.isEmpty() ? message : message.fact("graph", nesting));
    }

    private String path() {
        return Arrows.path(obstacle.path().stream().map(spelling::type).toList());
    }

    private String reason() {
        return switch (obstacle.kind()) {
            case ANYTHING -> culprit + " may be anything";
            case RAW -> "the raw type " + culprit + " may hold anything";
            case CLASS -> culprit + " is no record";
            case OPEN -> culprit + " may be of any class";
            case CODE -> culprit + " is code";
            case STREAM -> culprit + " can be read only once";
            case COLLECTION -> culprit + " would come back as another class";
            case COMPARATOR -> culprit + " would lose its comparator";
            case THROWABLE -> culprit + " is an exception";
            case BUFFER -> culprit + " is a view of memory";
            case INNER -> culprit + " belongs to an object around it";
            case NOTHING -> culprit + " has no values";
            case KEY -> culprit + " can't be a key";
            case NAMES -> "two subtypes of " + culprit + " have one name";
            case ENDLESS -> "it nests itself without end";
        };
    }

    private Message withFixes(Message message) {
        String instead = obstacle.instead();
        Message told = instead.isEmpty() ? message : message.fix("write " + instead + " instead of " + culprit);
        boolean isAllThereIs = !instead.isEmpty() && NEED_ANOTHER_TYPE.contains(obstacle.kind());
        return (isAllThereIs ? told : told.fix(change()))
                .fix("remove durable, if no run of the graph has to go on after a crash");
    }

    private String change() {
        String record = "declare a record with what is needed of it";
        return switch (obstacle.kind()) {
            case ANYTHING -> "say what it is: a record, or a sealed interface of records";
            case RAW -> "say what it holds: " + culprit + "<...>";
            case CLASS, INNER -> obstacle.own() ? "make " + culprit + " a record" : record;
            case OPEN -> obstacle.own() ? "make " + culprit + " sealed, and its subtypes records or enums" : record;
            case CODE -> "declare what the code works on, and have the node that needs it make it";
            case STREAM, COLLECTION, COMPARATOR, BUFFER -> "declare what it holds: a List, a Set, a Map or an array";
            case THROWABLE -> record;
            case NOTHING -> "leave it out";
            case KEY -> "use String, an enum, a boxed primitive, UUID, LocalDate or Instant for the key";
            case NAMES -> "rename one of the subtypes";
            case ENDLESS -> "nest it with the same type arguments";
        };
    }
}
