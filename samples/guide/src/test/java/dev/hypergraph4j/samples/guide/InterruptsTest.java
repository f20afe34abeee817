package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.runtime.Answers;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.PauseInfo;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.UnansweredQuestionException;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.samples.guide.interrupts.ComplaintAnswers;
import dev.hypergraph4j.samples.guide.interrupts.ComplaintGraph;
import dev.hypergraph4j.samples.guide.interrupts.ComplaintInputs;
import dev.hypergraph4j.samples.guide.interrupts.ComplaintOutputs;
import dev.hypergraph4j.samples.guide.interrupts.Essay.Verdict;
import dev.hypergraph4j.samples.guide.interrupts.EssayAnswers;
import dev.hypergraph4j.samples.guide.interrupts.EssayGraph;
import dev.hypergraph4j.samples.guide.interrupts.EssayInputs;
import dev.hypergraph4j.samples.guide.interrupts.EssayOutputs;
import dev.hypergraph4j.samples.guide.interrupts.RefundAnswers;
import dev.hypergraph4j.samples.guide.interrupts.RefundGraph;
import dev.hypergraph4j.samples.guide.interrupts.RefundInputs;
import dev.hypergraph4j.samples.guide.interrupts.RefundOutputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterruptsTest {
    private final RefundGraph refund = RefundGraph.create();
    private final EssayGraph essay = EssayGraph.create();

    @Test
    void aQuestionPausesTheRun() {
        // tag::pause
        RunResult<RefundOutputs> paused = refund.run("Ada", 70);

        paused.status(); // PAUSED
        paused.values(); // {reminder=Ada, we are looking into it.}
        PauseInfo question = paused.pause().orElseThrow();
        question.prompt(); // Pay 70 back to Ada?
        question.key(); // approve
        question.answerType(); // class java.lang.Boolean
        // end::pause
        assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(paused.values()).isEqualTo(Map.of("reminder", "Ada, we are looking into it."));
        assertThat(question.prompt()).isEqualTo("Pay 70 back to Ada?");
        assertThat(question.key()).isEqualTo("approve");
        assertThat(question.answerType()).isEqualTo(Boolean.class);

        // tag::resume
        RunResult<RefundOutputs> result = refund.resume(paused, answers -> answers.approved(true));

        result.outputs().letter(); // Ada, 70 is on its way.
        // end::resume
        assertThat(result.outputs().letter()).isEqualTo("Ada, 70 is on its way.");
        assertThat(result.runId()).isEqualTo(paused.runId());
    }

    @Test
    void answersMayComeByKey() {
        RunResult<RefundOutputs> paused = refund.with(AsyncRunner.create()).run("Ada", 70);
        // tag::byKey
        PauseInfo question = paused.pause().orElseThrow();
        RunResult<RefundOutputs> result = refund.resume(paused, Answers.of(question.key(), false));
        // end::byKey
        assertThat(result.outputs().letter()).isEqualTo("Ada, we are sorry.");
    }

    @Test
    void answersMayBeGivenUpFront() {
        // tag::upFront
        RunOptions approved = RunOptions.defaults()
                .answers(RefundAnswers.builder().approved(true).build());

        refund.run(RefundInputs.of("Ada", 70), approved).outputs().letter(); // Ada, 70 is on its way.
        // end::upFront
        assertThat(refund.run(RefundInputs.of("Ada", 70), approved).outputs().letter())
                .isEqualTo("Ada, 70 is on its way.");

        // tag::prefillOnly
        RunOptions unattended = RunOptions.defaults().prefillOnly();
        // end::prefillOnly
        assertThat(catchThrowableOfType(
                                UnansweredQuestionException.class,
                                () -> refund.run(RefundInputs.of("Ada", 70), unattended))
                        .key())
                .isEqualTo("approve");
    }

    @Test
    void aQuestionInACycleIsAskedInEachTurn() {
        // tag::loop
        RunResult<EssayOutputs> first = essay.run("It was a dark night.");
        RunResult<EssayOutputs> second = essay.resume(first, answers -> answers.verdict(Verdict.AGAIN));
        RunResult<EssayOutputs> third = essay.resume(second, answers -> answers.verdict(Verdict.publish));

        second.pause().orElseThrow().evidence(); // {draft=It was a dark night. And on. And on.}
        third.outputs().page(); // Optional[<p>It was a dark night. And on. And on.</p>]
        // end::loop
        assertThat(second.pause().orElseThrow().evidence())
                .isEqualTo(Map.of("draft", "It was a dark night. And on. And on."));
        assertThat(third.outputs().page()).hasValue("<p>It was a dark night. And on. And on.</p>");

        // tag::inOrder
        Answers answers = EssayAnswers.builder()
                .verdict(Verdict.AGAIN)
                .verdict(Verdict.AGAIN)
                .verdict(Verdict.publish)
                .build();
        // end::inOrder
        assertThat(essay.run(EssayInputs.of("Yes."), RunOptions.defaults().answers(answers))
                        .outputs()
                        .page())
                .hasValue("<p>Yes. And on. And on. And on.</p>");
    }

    @Test
    void questionsOfNestedGraphsAreAnsweredWithTheirTypes() {
        // tag::nested
        ComplaintGraph complaint = ComplaintGraph.create(RefundGraph.create());
        RunResult<ComplaintOutputs> paused = complaint.run("Cold again!!!", "Ada");

        paused.pause().orElseThrow().key(); // refund/approve
        RunResult<ComplaintOutputs> result =
                complaint.resume(paused, answers -> answers.refund(refund -> refund.approved(true)));
        result.outputs().letter(); // Ada, 30 is on its way.
        // end::nested
        assertThat(paused.pause().orElseThrow().key()).isEqualTo("refund/approve");
        assertThat(result.outputs().letter()).isEqualTo("Ada, 30 is on its way.");

        // tag::nestedUpFront
        RefundAnswers refused = RefundAnswers.builder().approved(false);
        RunOptions strict = RunOptions.defaults()
                .answers(ComplaintAnswers.builder().refund(refused).build());
        // end::nestedUpFront
        assertThat(complaint
                        .run(ComplaintInputs.of("Cold again!", "Ada"), strict)
                        .outputs()
                        .letter())
                .isEqualTo("Ada, we are sorry.");
    }
}
