package dev.hypergraph4j.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A class in its source file. It looks its members up all at once: javac's own look-up of one member searches the whole class.
 *
 * @param members the syntax trees of its methods, fields and classes
 */
record ClassSource(TreePath path, Map<Element, Tree> members) {

    static ClassSource of(TreePath path, Trees trees) {
        Map<Element, Tree> members = new HashMap<>();
        for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
            Element element = trees.getElement(new TreePath(path, member));
            if (element != null) {
                members.put(element, member);
            }
        }
        return new ClassSource(path, members);
    }

    /** The class nested in this one. */
    @Nullable
    ClassSource nested(Element type, Trees trees) {
        Tree tree = members.get(type);
        return tree == null ? null : of(new TreePath(path, tree), trees);
    }

    /** Its file. */
    CompilationUnitTree file() {
        return path.getCompilationUnit();
    }

    /** Its own syntax tree. */
    ClassTree tree() {
        return (ClassTree) path.getLeaf();
    }
}
