import type { Examples } from '../example';

const repository = (properties: string) => `
  Resources:
    Repository:
      Type: AWS::ECR::Repository
      Properties: { ${properties} }
`;
const policy = (text: string) => repository(`LifecyclePolicy: { LifecyclePolicyText: '${text}' }`);
const expire = '"selection": { "tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 3 }, "action": { "type": "expire" }';
const at = 'Repository.Properties.LifecyclePolicy.LifecyclePolicyText';

export const repositorySettingExamples: Examples = {
  rule: 'repository-setting',
  bad: [
    { name: 'a capital letter', over: 'nothing', template: repository('RepositoryName: Shop/web'), expects: [{ at: 'Repository.Properties.RepositoryName', message: 'name' }] },
    { name: 'a comma too many', over: 'nothing', template: policy(`{ "rules": [{ "rulePriority": 1, ${expire} },] }`), expects: [{ at, message: 'noJson' }] },
    { name: 'a rule without a count', over: 'nothing', template: policy('{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan" }, "action": { "type": "expire" } }] }'), expects: [{ at, message: 'missing' }] },
    { name: 'two first rules', over: 'nothing', template: policy(`{ "rules": [{ "rulePriority": 1, ${expire} }, { "rulePriority": 1, ${expire} }] }`), expects: [{ at, message: 'samePriority' }] },
  ],
  good: [
    { name: 'a path', over: 'nothing', template: repository('RepositoryName: shop/web-server') },
    { name: 'a rule that is whole', over: 'nothing', template: policy(`{ "rules": [{ "rulePriority": 1, ${expire} }] }`) },
    { name: 'a name that a parameter gives', over: 'nothing', template: `
  Parameters: { Name: { Type: String } }${repository('RepositoryName: !Ref Name')}` },
  ],
};
