package io.itinera.kit.json;

import io.itinera.contracts.Cause;
import io.itinera.contracts.Channel;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.activity.Unmerge;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.DateSource;
import io.itinera.contracts.attribute.Factor;
import io.itinera.contracts.attribute.FactorSource;
import io.itinera.contracts.attribute.RiskLevels;
import io.itinera.contracts.attribute.Scale;
import io.itinera.contracts.attribute.Stage;
import io.itinera.contracts.condition.Circle;
import io.itinera.contracts.condition.Coming;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Step;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.definitions.AttributeDefinition;
import io.itinera.contracts.definitions.CollectionRule;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.EventDefinition;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.Node;
import io.itinera.contracts.definitions.Position;
import io.itinera.contracts.definitions.Rule;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.contracts.erasures.ErasureLift;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.erasures.Removed;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.events.Tick;
import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.outcomes.WayOut;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.quarantine.RefusedEvent;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.SignatureRule;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.contracts.settings.Suppression;
import io.itinera.contracts.settings.Webhook;
import io.itinera.contracts.settings.Workspace;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Every type that crosses a topic, registered so that a native image can read and write it; a test
 * holds this list and the contracts together.
 */
@RegisterForReflection(
        targets = {
            Cause.class,
            Channel.class,
            Activity.class,
            ActivityCause.class,
            ActivityRecord.class,
            ActivityTick.class,
            Consent.class,
            Derived.class,
            MembershipChange.class,
            Merge.class,
            Unmerge.class,
            Profile.class,
            AttributeRule.class,
            AttributeRule.Computed.class,
            AttributeRule.Computed.Of.class,
            AttributeRule.Rfm.class,
            AttributeRule.Stages.class,
            AttributeRule.Score.class,
            AttributeRule.Reminders.class,
            AttributeRule.Schedule.class,
            DateSource.class,
            DateSource.Trait.class,
            DateSource.Slot.class,
            Factor.class,
            FactorSource.class,
            FactorSource.Trait.class,
            FactorSource.DaysSince.class,
            RiskLevels.class,
            RiskLevels.Level.class,
            Scale.class,
            Scale.Linear.class,
            Scale.Bands.class,
            Scale.Band.class,
            Stage.class,
            Condition.class,
            Condition.All.class,
            Condition.Any.class,
            Condition.Not.class,
            Condition.Trait.class,
            Condition.Performed.class,
            Condition.Property.class,
            Condition.Trigger.class,
            Condition.Aggregate.class,
            Condition.Aggregate.Of.class,
            Condition.Occurrence.class,
            Condition.Occurrence.Which.class,
            Condition.Sequence.class,
            Condition.Unfollowed.class,
            Condition.Message.class,
            Condition.Segment.class,
            Condition.Account.class,
            Condition.Journey.class,
            Condition.Journey.State.class,
            Condition.Bucket.class,
            Circle.class,
            Coming.class,
            MessageOutcome.class,
            Moment.class,
            Moment.At.class,
            Moment.Ago.class,
            Moment.Ahead.class,
            Moment.TriggerProperty.class,
            Operand.class,
            Operand.Literal.class,
            Operand.TriggerProperty.class,
            Test.class,
            Test.Equals.class,
            Test.In.class,
            Test.Contains.class,
            Test.StartsWith.class,
            Test.LessThan.class,
            Test.AtMost.class,
            Test.AtLeast.class,
            Test.MoreThan.class,
            Test.Exists.class,
            Test.Matches.class,
            Test.Before.class,
            Test.After.class,
            Test.Anniversary.class,
            Test.Near.class,
            Step.class,
            Times.class,
            Window.class,
            Window.Last.class,
            Window.Since.class,
            Window.Anchor.class,
            AttributeDefinition.class,
            CollectionRule.class,
            Entry.class,
            Entry.Reentry.class,
            EventDefinition.class,
            JourneyDefinition.class,
            JourneyHead.class,
            JourneyPlan.class,
            JourneyState.class,
            JourneysRecord.class,
            Node.class,
            Node.Wait.class,
            Node.Wait.From.class,
            Node.Branch.class,
            Node.Case.class,
            Node.Message.class,
            Node.Exit.class,
            Position.class,
            Rule.class,
            SegmentDefinition.class,
            SegmentHead.class,
            SegmentReadiness.class,
            SegmentsRecord.class,
            IdentityRules.class,
            TemplateDefinition.class,
            ErasureLift.class,
            ErasureReceipt.class,
            ErasureRequest.class,
            ErasuresRecord.class,
            Removed.class,
            Event.class,
            EventType.class,
            EventsRecord.class,
            LagReport.class,
            Tick.class,
            CallBack.class,
            MessageCommand.class,
            Send.class,
            Trigger.class,
            Outcome.class,
            OutcomeName.class,
            WayOut.class,
            Quarantined.class,
            RefusedEvent.class,
            IntakeRules.class,
            Keep.class,
            PlanMode.class,
            SignatureRule.class,
            SignatureRule.Hash.class,
            SignatureRule.Encoding.class,
            Source.class,
            SourceLag.class,
            Suppression.class,
            Webhook.class,
            Workspace.class,
            Transition.class,
            TransitionKind.class
        })
final class WireRecords {
    private WireRecords() {}
}
