package dev.hypergraph4j.benchmarks.durable;

/**
 * How fast a contestant was for a while, and what that cost.
 *
 * @param stepsASecond steps recorded a second
 * @param jvmMicros microseconds of processor time that this JVM used for a step
 * @param serverMicros the same of the database server; 0 where there is none
 */
public record Rate(double stepsASecond, double jvmMicros, double serverMicros) {

    /** Processor time of both. */
    public double cpuMicros() {
        return jvmMicros + serverMicros;
    }
}
