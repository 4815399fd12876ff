import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"群聊管理","description":"客户群及其成员和统计。","frontmatter":{"title":"群聊管理","description":"客户群及其成员和统计。","layout":"category","view":{"title":"群聊管理","description":"客户群及其成员和统计。","operations":[{"id":"externalUserGroupListGet","title":"获取客户所在群聊","method":"GET","path":"/open-api/external_user/group_list/get","call":"externalUser.groupListGet"},{"id":"groupChatDetail","title":"获取群聊详情","method":"GET","path":"/open-api/group_chat/detail","call":"groupChat.detail"},{"id":"groupChatFindExternalUser","title":"查看客户是否在群聊中","method":"GET","path":"/open-api/group_chat/find_external_user","call":"groupChat.findExternalUser"},{"id":"groupChatList","title":"获取群聊列表","method":"GET","path":"/open-api/group_chat/list","call":"groupChat.list"},{"id":"groupChatMemberList","title":"获取群聊成员列表","method":"GET","path":"/open-api/group_chat/member/list","call":"groupChat.memberList"}]}},"headers":[],"relativePath":"categories/group-chats.md","filePath":"categories/group-chats.md"}');
const _sfc_main = { name: "categories/group-chats.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/group-chats.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const groupChats = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  groupChats as default
};
