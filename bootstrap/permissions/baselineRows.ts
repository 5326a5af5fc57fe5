import { type Grants, type PermissionTable, SOURCES } from "./row";

/** Services make a role of their own in the caller's name when they are first turned on. */
const LINKED = ["iam:CreateServiceLinkedRole"];

const NONE: Grants = {};

/** What an account has once: trail, AWS Config and the services that watch. */
export const BASELINE_ROWS: PermissionTable = {
    "aws:cloudtrail/trail:Trail": {
        create: {
            trails: [
                "cloudtrail:AddTags",
                "cloudtrail:CreateTrail",
                "cloudtrail:PutEventSelectors",
                "cloudtrail:StartLogging",
            ],
            trailRoleToService: ["iam:PassRole"],
        },
        read: {
            regionWide: ["cloudtrail:DescribeTrails"],
            trails: [
                "cloudtrail:GetEventSelectors",
                "cloudtrail:GetInsightSelectors",
                "cloudtrail:GetTrailStatus",
                "cloudtrail:ListTags",
            ],
        },
        update: {
            trails: [
                "cloudtrail:AddTags",
                "cloudtrail:PutEventSelectors",
                "cloudtrail:RemoveTags",
                "cloudtrail:UpdateTrail",
            ],
            trailRoleToService: ["iam:PassRole"],
        },
        delete: { trails: ["cloudtrail:DeleteTrail"] },
        source: `${SOURCES.TF} cloudtrail/trail.go; logging is never switched off`,
    },
    "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
        create: { configLinkedRole: LINKED },
        read: { configLinkedRoleItself: ["iam:GetRole"] },
        update: NONE,
        delete: {
            configLinkedRoleItself: ["iam:DeleteServiceLinkedRole", "iam:GetServiceLinkedRoleDeletionStatus"],
        },
        source: `${SOURCES.TF} iam/service_linked_role.go`,
    },
    "aws:cfg/recorder:Recorder": {
        create: { recorders: ["config:PutConfigurationRecorder"], configLinkedRoleToService: ["iam:PassRole"] },
        read: { recorders: ["config:DescribeConfigurationRecorders"] },
        update: { recorders: ["config:PutConfigurationRecorder"], configLinkedRoleToService: ["iam:PassRole"] },
        delete: { recorders: ["config:DeleteConfigurationRecorder"] },
        source: `${SOURCES.TF} configservice/configuration_recorder.go`,
    },
    "aws:cfg/recorderStatus:RecorderStatus": {
        create: { recorders: ["config:StartConfigurationRecorder"] },
        read: {
            recorders: ["config:DescribeConfigurationRecorderStatus", "config:DescribeConfigurationRecorders"],
        },
        update: { recorders: ["config:StartConfigurationRecorder"] },
        delete: { recorders: ["config:StopConfigurationRecorder"] },
        source: `${SOURCES.TF} configservice/configuration_recorder_status.go`,
    },
    "aws:cfg/deliveryChannel:DeliveryChannel": {
        create: { regionWide: ["config:PutDeliveryChannel"] },
        read: { regionWide: ["config:DescribeDeliveryChannels"] },
        update: { regionWide: ["config:PutDeliveryChannel"] },
        delete: { regionWide: ["config:DeleteDeliveryChannel"] },
        source: `${SOURCES.TF} configservice/delivery_channel.go`,
    },
    "aws:cfg/rule:Rule": {
        create: { configRules: ["config:PutConfigRule", "config:TagResource"] },
        read: { regionWide: ["config:DescribeConfigRules"], configRules: ["config:ListTagsForResource"] },
        update: { configRules: ["config:PutConfigRule", "config:TagResource", "config:UntagResource"] },
        delete: { configRules: ["config:DeleteConfigRule"] },
        source: `${SOURCES.TF} configservice/config_rule.go`,
    },
    "aws:accessanalyzer/analyzer:Analyzer": {
        create: {
            analyzers: ["access-analyzer:CreateAnalyzer", "access-analyzer:TagResource"],
            analyzerLinkedRole: LINKED,
        },
        read: { analyzers: ["access-analyzer:GetAnalyzer"] },
        update: {
            analyzers: [
                "access-analyzer:TagResource",
                "access-analyzer:UntagResource",
                "access-analyzer:UpdateAnalyzer",
            ],
        },
        delete: { analyzers: ["access-analyzer:DeleteAnalyzer"] },
        source: `${SOURCES.TF} accessanalyzer/analyzer.go`,
    },
    "aws:guardduty/detector:Detector": {
        create: {
            regionWide: ["guardduty:CreateDetector"],
            detectors: ["guardduty:TagResource"],
            detectorLinkedRole: LINKED,
        },
        read: { detectors: ["guardduty:GetDetector"] },
        update: { detectors: ["guardduty:TagResource", "guardduty:UntagResource", "guardduty:UpdateDetector"] },
        delete: { detectors: ["guardduty:DeleteDetector"] },
        source: `${SOURCES.TF} guardduty/detector.go`,
    },
    "aws:guardduty/detectorFeature:DetectorFeature": {
        create: { detectors: ["guardduty:UpdateDetector"] },
        read: { detectors: ["guardduty:GetDetector"] },
        update: { detectors: ["guardduty:UpdateDetector"] },
        delete: NONE,
        source: `${SOURCES.TF} guardduty/detector_feature.go; a delete calls nothing, the feature goes with the detector`,
    },
    "aws:macie2/account:Account": {
        create: { regionWide: ["macie2:EnableMacie"], macieLinkedRole: LINKED },
        read: { regionWide: ["macie2:GetMacieSession"] },
        update: { regionWide: ["macie2:UpdateMacieSession"] },
        delete: { regionWide: ["macie2:DisableMacie"] },
        source: `${SOURCES.TF} macie2/account.go`,
    },
    "aws:securityhub/account:Account": {
        create: {
            securityHub: ["securityhub:EnableSecurityHub", "securityhub:UpdateSecurityHubConfiguration"],
            securityHubLinkedRole: LINKED,
        },
        read: { securityHub: ["securityhub:DescribeHub"] },
        update: { securityHub: ["securityhub:UpdateSecurityHubConfiguration"] },
        delete: { securityHub: ["securityhub:DisableSecurityHub"] },
        source: `${SOURCES.TF} securityhub/account.go`,
    },
    "aws:securityhub/standardsSubscription:StandardsSubscription": {
        create: { securityHub: ["securityhub:BatchEnableStandards"] },
        read: { securityHub: ["securityhub:GetEnabledStandards"] },
        update: NONE,
        delete: { securityHub: ["securityhub:BatchDisableStandards"] },
        source: `${SOURCES.TF} securityhub/standards_subscription.go`,
    },
};
