package dev.hypergraph4j.processor.behaviour;

import dev.hypergraph4j.processor.HypergraphProcessor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Our processor, in an environment that build tools wrap: somebody watches what it asks of the filer. */
final class WrappedProcessor extends AbstractProcessor {
    private final HypergraphProcessor ours = new HypergraphProcessor();
    private final Watcher watcher;

    /** Sees calls of the filer before they are made. */
    interface Watcher {
        void sees(String method, Object[] arguments);
    }

    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    WrappedProcessor(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        Filer watched = wrapped(Filer.class, environment.getFiler(), (method, arguments) -> {
            watcher.sees(method, arguments);
            return null;
        });
        ours.init(wrapped(
                ProcessingEnvironment.class,
                environment,
                (method, arguments) -> method.equals("getFiler") ? watched : null));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return ours.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return ours.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ours.process(annotations, round);
        return false;
    }

    private static <T> T wrapped(Class<T> type, T delegate, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answered = answer.to(method.getName(), arguments);
                    try {
                        return answered != null ? answered : method.invoke(delegate, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
