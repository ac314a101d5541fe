import { fact } from './fact';

/** What the actions of listeners and their rules are for. */
export const listenerActions = fact({
  id: 'listener-actions',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
    read: '2026-11-22',
    says: 'Each rule has exactly one routing action (forward, redirect or fixed-response), performed last. Users are authenticated by HTTPS listeners. A redirect changes at least one of protocol, port, hostname and path, each of which may hold a keyword for what it was.',
  },
  value: {
    routing: ['forward', 'redirect', 'fixed-response'],
    secure: ['authenticate-cognito', 'authenticate-oidc', 'jwt-validation'],
    kept: { Host: '#{host}', Path: '/#{path}', Port: '#{port}', Protocol: '#{protocol}' },
  },
});
